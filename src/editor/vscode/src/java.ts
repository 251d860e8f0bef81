import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const oldest = 21;

/** There is no Java, or none that is new enough. */
export class MissingJava extends Error {}

/**
 * The java that runs the language server.
 *
 * @param chosen by the settings; empty for that of JAVA_HOME, or else the one on the path
 * @throws MissingJava where it does not run, or is older than 21
 */
export async function findJava(chosen: string): Promise<string> {
  const tried: string[] = [];
  for (const java of candidates(chosen)) {
    const version = await versionOf(java);
    if (version >= oldest) {
      return java;
    }
    tried.push(version === 0 ? `${java} does not run` : `${java} is version ${version}`);
  }
  throw new MissingJava(
    `Hence needs Java ${oldest} or newer: ${tried.join(', ')}. Install one, or name it in the setting "hence.java".`,
  );
}

function candidates(chosen: string): string[] {
  if (chosen !== '') {
    return [chosen];
  }
  const home = process.env['JAVA_HOME'];
  return home === undefined || home === '' ? ['java'] : [join(home, 'bin', 'java'), 'java'];
}

/** The 21 of 21.0.4; 0 where the program does not run. */
async function versionOf(java: string): Promise<number> {
  try {
    const { stderr } = await promisify(execFile)(java, ['-version']);
    return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
