package dev.hence.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hence.Settings;
import dev.hence.Verdicts;
import dev.hence.report.DerivationReport;
import dev.hence.report.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Published claims of the field, right and wrong, as their authors typed them: only the header and
 * the steering comments are ours. Each line ends as it deserves, or, where what it speaks of is not
 * supported yet, without any verdict; never with a wrong one.
 */
class RealClaimsTest {
  @TestFactory
  Stream<DynamicTest> claims() {
    List<RealClaims.Document> documents = RealClaims.all();
    RunReport run =
        Verdicts.of(documents.stream().map(RealClaims.Document::text).toList(), Settings.DEFAULT);
    List<DynamicTest> tests = new ArrayList<>();
    for (int k = 0; k < documents.size(); k++) {
      RealClaims.Document document = documents.get(k);
      DerivationReport report = run.derivations().get(k);
      for (String answer : Answers.of(report)) {
        String name = document.text().name() + " " + answer;
        tests.add(DynamicTest.dynamicTest(name, () -> compare(document, answer)));
      }
      String name = document.text().name() + ": every claim is answered";
      tests.add(DynamicTest.dynamicTest(name, () -> complete(document, Answers.of(report))));
    }
    tests.add(DynamicTest.dynamicTest("no faults", () -> assertThat(run.defects()).isEmpty()));
    return tests.stream();
  }

  private static void compare(RealClaims.Document document, String answer) {
    String[] words = answer.split(" ", 3);
    assertThat(document.deserved(words[0])).as("listed").isPresent();
    RealClaims.Deserved deserved = document.deserved(words[0]).orElseThrow();
    assertThat(deserved.accepts(words[1])).as(answer + ", " + deserved.reason()).isTrue();
  }

  private static void complete(RealClaims.Document document, List<String> answers) {
    List<String> ids = answers.stream().map(answer -> answer.split(" ", 2)[0]).toList();
    assertThat(document.claims())
        .allSatisfy(claim -> assertThat(ids).anyMatch(id -> RealClaims.covers(claim, id)));
  }
}
