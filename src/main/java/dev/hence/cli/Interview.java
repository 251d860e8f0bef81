package dev.hence.cli;

import dev.hence.Settings;
import dev.hence.claim.Derivation;
import dev.hence.claim.Question;
import dev.hence.claim.Statement;
import dev.hence.report.StatementText;
import dev.hence.report.console.StepText;
import dev.hence.report.header.HeadedPage;
import dev.hence.report.header.HeaderDraft;
import dev.hence.text.SourceText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Asks what a page leaves open, and shows how each answer reads a line of it. */
final class Interview {
  private final Derivation page;
  private final HeaderDraft draft;
  private final PrintWriter out;
  private final BufferedReader answers;

  Interview(Derivation page, HeaderDraft draft, PrintWriter out, BufferedReader answers) {
    this.page = page;
    this.draft = draft;
    this.out = out;
    this.answers = answers;
  }

  void ask() throws IOException {
    for (Question question : draft.questions()) {
      ask(question);
    }
  }

  private void ask(Question question) throws IOException {
    out.println(StepText.visible(question.text()) + " " + question.blocks());
    Optional<String> line =
        page.because().entrySet().stream()
            .filter(e -> e.getValue().equals(question.name()))
            .map(e -> e.getKey())
            .sorted()
            .findFirst();
    for (int k = 0; k < question.answers().size(); k++) {
      Question.Answer answer = question.answers().get(k);
      out.println("  " + (k + 1) + "  " + StepText.visible(answer.line()));
      line.ifPresent(id -> out.println("     " + reading(id, question, answer)));
    }
    out.print("Which? A number, or nothing to leave it open: ");
    out.flush();
    String said = Optional.ofNullable(answers.readLine()).orElse("").strip();
    if (said.matches("[1-9]") && Integer.parseInt(said) <= question.answers().size()) {
      draft.answer(question, question.answers().get(Integer.parseInt(said) - 1));
    }
  }

  /** How a line is read with an answer. */
  private String reading(String id, Question question, Question.Answer answer) {
    HeaderDraft trial = HeaderDraft.of(page);
    trial.answer(question, answer);
    Optional<String> text = HeadedPage.of(page.source(), trial);
    if (text.isEmpty()) {
      return "";
    }
    SourceText source = new SourceText(page.source().name(), text.get());
    List<Statement> statements =
        Headed.read(source, Settings.DEFAULT.inferringFromProse()).statements();
    return statements.stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .map(s -> StepText.visible(id + "  " + said(s, source)))
        .orElse("");
  }

  private static String said(Statement statement, SourceText source) {
    return statement instanceof Statement.Unread unread
        ? "still unread: " + unread.problem().message()
        : StatementText.of(statement, source);
  }
}
