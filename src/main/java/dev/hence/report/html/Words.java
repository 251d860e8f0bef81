package dev.hence.report.html;

import dev.hence.report.trace.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The words of an author as HTML, with their formulas. */
final class Words {
  private static final Parser PARSER = Parser.builder().build();

  /** Neither HTML of the author nor an address that runs a script gets through. */
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  private static final Pattern FORMULA =
      Pattern.compile(
          "\\$`([^`]+)`\\$|(?<![\\\\$])\\$(?!\\s)([^$]+?)(?<![\\s\\\\])\\$(?!\\d)|\\\\\\((.+?)\\\\\\)",
          Pattern.DOTALL);

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern TEX_COMMENT = Pattern.compile("(?m)(?<!\\\\)%.*$");
  private static final Pattern TEX_STYLE =
      Pattern.compile("\\\\(emph|textit|textbf|text|textrm)\\{([^{}]*)\\}");
  private static final Pattern TEX_REFERENCE =
      Pattern.compile("\\\\(eqref|ref|cref|Cref|cite[pt]?)(?:\\[[^]]*\\])?\\{([^{}]*)\\}");
  private static final Pattern TEX_ENVIRONMENT =
      Pattern.compile(
          "\\\\(?:begin|end)\\{[^{}]*\\}(?:\\[[^]]*\\])?|\\\\(?:label|bibliography\\w*)\\{[^{}]*\\}|\\\\(?:item|noindent|maketitle|medskip|bigskip|smallskip|par)(?![a-zA-Z])");

  /** Stands for a formula where Markdown is read. */
  private static final char HOLDER = '\uE000';

  private final List<String> formulas = new ArrayList<>();

  private Words() {}

  static String of(Part.Prose prose) {
    return new Words().html(prose);
  }

  private String html(Part.Prose prose) {
    String plain = prose.text().replace(HOLDER, '\uFFFD');
    String markdown = prose.tex() ? markdown(plain) : COMMENT.matcher(plain).replaceAll("");
    Matcher formula = FORMULA.matcher(markdown);
    String held = formula.replaceAll(found -> hold(found.group(1), found.group(2), found.group(3)));
    String html = RENDERER.render(PARSER.parse(held));
    for (int k = 0; k < formulas.size(); k++) {
      html = html.replace(holder(k), Markup.tex(formulas.get(k)));
    }
    return html;
  }

  private String hold(String... alternatives) {
    for (String formula : alternatives) {
      if (formula != null) {
        formulas.add(formula);
      }
    }
    return holder(formulas.size() - 1);
  }

  private static String holder(int k) {
    return HOLDER + "" + k + HOLDER;
  }

  /** LaTeX's words as those of Markdown, as far as words go. */
  private static String markdown(String tex) {
    String words = TEX_COMMENT.matcher(tex).replaceAll("");
    words =
        TEX_STYLE
            .matcher(words)
            .replaceAll(
                m ->
                    Matcher.quoteReplacement(
                        switch (m.group(1)) {
                          case "emph", "textit" -> "*" + m.group(2) + "*";
                          case "textbf" -> "**" + m.group(2) + "**";
                          default -> m.group(2);
                        }));
    words =
        TEX_REFERENCE
            .matcher(words)
            .replaceAll(m -> Matcher.quoteReplacement(reference(m.group(1), m.group(2))));
    words = TEX_ENVIRONMENT.matcher(words).replaceAll("");
    return words
        .replace("~", "\u00A0")
        .replace("---", "—")
        .replace("--", "–")
        .replace("``", "“")
        .replace("''", "”");
  }

  private static String reference(String command, String to) {
    return command.startsWith("cite")
        ? "\\[" + to + "\\]"
        : command.equals("eqref") ? "(" + to + ")" : to;
  }
}
