package dev.hence.campaign;

import java.util.Locale;

/** The kinds of the language reference. */
public enum Kind {
  SCALARS,
  DERIVATIVES,
  MATRICES,
  INDEX_SUMS,
  REINDEXED_SUMS,
  GRADIENTS,
  FLOWS,
  CLOSED_FORMS,
  RECURSIONS,
  INEQUALITIES,
  LIMITS_AND_ORDERS,
  FINITE_DIFFERENCES,
  EXPECTATIONS,
  IMPLICATIONS,
  DOMAINS_AND_KINKS,
  SCRIPTS,
  BINDERS,
  WORDS;

  /** The words used in tables. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The word used in names of files. */
  String slug() {
    return text().replace(' ', '-');
  }
}
