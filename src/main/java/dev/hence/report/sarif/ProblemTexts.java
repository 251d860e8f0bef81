package dev.hence.report.sarif;

import dev.hence.problem.ProblemId;

/** The meaning of each kind of problem, in one sentence. */
final class ProblemTexts {
  private ProblemTexts() {}

  /** In one word: {@code DisplayNotClosed}. */
  static String name(ProblemId id) {
    StringBuilder name = new StringBuilder();
    for (String part : id.name().split("_", -1)) {
      name.append(part.charAt(0)).append(part.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return name.toString();
  }

  static String of(ProblemId id) {
    return switch (id) {
      case FILE_UNREADABLE -> "A file cannot be read.";
      case NOT_UTF8 -> "A file is not UTF-8.";
      case FILE_TOO_LARGE -> "A file is larger than a document may be.";
      case NO_DISPLAYS -> "There is no display, so there is nothing to check.";
      case DISPLAY_NOT_CLOSED -> "A display does not end.";
      case FILE_INCLUDED -> "The document includes another file, which is not followed.";
      case NOT_A_NOTEBOOK -> "A file with the ending .ipynb is no Jupyter notebook.";
      case HEADER_NOT_YAML -> "The header is not YAML.";
      case HEADER_UNKNOWN_KEY -> "The header has a key that is not known.";
      case HEADER_BENT_ENTRY -> "YAML would read an entry of the header as something else.";
      case HEADER_NOT_CLOSED -> "The header does not end.";
      case HEADER_BAD_ENTRY -> "An entry of the header is not what its key asks for.";
      case HEADER_TWICE -> "The document has two headers.";
      case COMMENT_UNKNOWN -> "A steering comment says something that is not known.";
      case COMMENT_NOT_CLOSED -> "A steering comment does not end.";
      case EXPECTATION_EMPTY -> "A display is said to be refuted, but claims nothing.";
      case UNKNOWN_COMMAND -> "A command of LaTeX is not known.";
      case UNBALANCED -> "Something that is opened is not closed.";
      case UNEXPECTED_TOKEN -> "A formula has something where it cannot stand.";
      case NESTED_TOO_DEEP -> "A formula is nested deeper than is read.";
      case NUMBER_TOO_LARGE -> "A number is larger than is read.";
      case UNSUPPORTED_NOTATION -> "A notation has no meaning here.";
      case UNKNOWN_ENVIRONMENT -> "An environment of LaTeX is not known.";
      case DISPLAY_TOO_LONG -> "A display is longer than is read.";
      case MACRO_RECURSIVE -> "A macro leads to itself.";
      case MACRO_TOO_LONG -> "A macro becomes longer than is read.";
      case MACRO_UNSUPPORTED -> "A macro is made in a way that is not supported.";
      case MACRO_ARGUMENTS -> "A macro has not the arguments that it takes.";
      case UNKNOWN_NAME -> "A name is used, and nothing says what it is.";
      case AMBIGUOUS -> "A formula has two readings.";
      case SHAPE_MISMATCH -> "The shapes of two things do not fit each other.";
      case WRONG_ARITY -> "A function has another number of arguments than it was declared with.";
      case NO_DYNAMICS -> "A derivative in time, and nothing says how anything moves.";
      case CIRCULAR_DEFINITION -> "A definition leads to itself.";
      case DECLARED_TWICE -> "Entries of one list declare a name differently.";
      case DEFINE_OR_CLAIM -> "A display may be a definition or a claim.";
      case DERIVATIVE_UNCLEAR -> "It is not clear by what a derivative is taken, or of what.";
      case INDEX_OUT_OF_RANGE -> "An index lies outside its range.";
      case NOT_YET_SUPPORTED -> "This is understood, but cannot be checked yet.";
      case BAD_DOMAIN -> "A domain or a law does not fit what it is given to.";
      case TIME_UNCLEAR -> "It is not clear which time is meant.";
      case REFUSED_ENTRY -> "A name is used whose declaration could not be read.";
      case CONDITION_OR_CLAIM -> "Something may be a condition or a claim.";
      case NOT_LINEAR -> "An equation cannot be solved for what it is said of.";
      case NO_STEP -> "Nothing says what one step of the iteration assigns.";
      case PROSE_CONTRADICTS -> "Two sentences say different things of one name.";
      case UNKNOWN_MODEL -> "A model or a loss under `try` is not known.";
      case BAD_TRY -> "An entry under `try` cannot be tried.";
      case TOO_MANY_INSTANCES -> "More instances are asked for than are tried.";
      case DEFECT -> "Hence failed to read a part of the document, by a fault of its own.";
    };
  }
}
