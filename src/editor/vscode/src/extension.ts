import { commands, ExtensionContext, window, workspace } from 'vscode';
import { Executable, LanguageClient, LanguageClientOptions } from 'vscode-languageclient/node';
import { findJava, MissingJava } from './java';

const languages = ['markdown', 'latex', 'tex', 'quarto'];

let client: LanguageClient | undefined;

/** Starts the language server. Is called when a page of one of the languages is opened first. */
export async function activate(context: ExtensionContext): Promise<void> {
  const restart = async (): Promise<void> => {
    await stop();
    await start(context);
  };
  context.subscriptions.push(
    commands.registerCommand('hence.restart', restart),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('hence')) {
        await restart();
      }
    }),
  );
  await start(context);
}

/** Ends the language server. */
export function deactivate(): Promise<void> {
  return stop();
}

async function start(context: ExtensionContext): Promise<void> {
  try {
    const server = await executable(context);
    const options: LanguageClientOptions = { documentSelector: languages.map((language) => ({ language })) };
    client = new LanguageClient('hence', 'Hence', { run: server, debug: server }, options);
    await client.start();
  } catch (error) {
    await complain(error);
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.dispose();
}

/** How the server is started: the program that the user has chosen, or the jar of this extension. */
async function executable(context: ExtensionContext): Promise<Executable> {
  const settings = workspace.getConfiguration('hence');
  const command = settings.get('command', '');
  const lsp = ['lsp', '--budget', String(settings.get('budget', 10))];
  if (command !== '') {
    return { command, args: lsp };
  }
  const java = await findJava(settings.get('java', ''));
  const jar = context.asAbsolutePath('server/hence.jar');
  const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Dfile.encoding=UTF-8'];
  return { command: java, args: [...flags, '-jar', jar, ...lsp] };
}

async function complain(error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof MissingJava) {
    const choice = await window.showErrorMessage(message, 'Open the settings');
    if (choice !== undefined) {
      await commands.executeCommand('workbench.action.openSettings', 'hence.java');
    }
  } else {
    await window.showErrorMessage(`Hence did not start: ${message}`);
  }
}
