package dev.hence.lsp;

import dev.hence.claim.Derivation;
import dev.hence.claim.Question;
import dev.hence.claim.Statement;
import dev.hence.report.header.HeadedPage;
import dev.hence.report.header.HeaderDraft;
import dev.hence.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** The answers to what a page leaves open, as quick fixes that write an entry into its header. */
final class Answering {
  private final Derivation page;
  private final Lines lines;

  Answering(Derivation page, Lines lines) {
    this.page = page;
    this.lines = lines;
  }

  /**
   * The fixes for the lines that a span touches.
   *
   * @param edit makes an edit of the page
   */
  List<CodeAction> in(Span touched, Function<List<TextEdit>, WorkspaceEdit> edit) {
    List<CodeAction> fixes = new ArrayList<>();
    for (Question question : page.questions()) {
      if (places(question).anyMatch(touched::touches)) {
        for (Question.Answer answer : question.answers()) {
          text(HeaderDraft.of(question, answer))
              .ifPresent(
                  change -> {
                    CodeAction fix = new CodeAction(question.text() + " " + answer.line());
                    fix.setKind(CodeActionKind.QuickFix);
                    fix.setEdit(edit.apply(List.of(change)));
                    fixes.add(fix);
                  });
        }
      }
    }
    return fixes;
  }

  /** Where it is asked: at the name, and at the lines that wait for it. */
  private Stream<Span> places(Question question) {
    Stream<Span> waiting =
        page.statements().stream()
            .filter(s -> question.name().equals(page.because().get(s.id())))
            .map(Answering::place);
    return Stream.concat(Stream.of(question.place()), waiting);
  }

  private static Span place(Statement statement) {
    return statement instanceof Statement.Unread u
        ? u.problem().span().to(u.span())
        : statement.span();
  }

  /** The change that writes a draft into the header, as small as can be. */
  private Optional<TextEdit> text(HeaderDraft draft) {
    String before = page.source().content();
    return HeadedPage.of(page.source(), draft).map(after -> change(before, after));
  }

  private TextEdit change(String before, String after) {
    int shorter = Math.min(before.length(), after.length());
    int start = 0;
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int same = 0;
    while (same < shorter - start
        && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
      same++;
    }
    Span replaced = new Span(start, before.length() - same);
    return new TextEdit(lines.range(replaced), after.substring(start, after.length() - same));
  }
}
