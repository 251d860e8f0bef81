package dev.hence.campaign.kind;

import dev.hence.campaign.Kind;

/** The generator of each kind. */
public final class Sources {
  private Sources() {}

  public static Source of(Kind kind) {
    return switch (kind) {
      case SCALARS -> new Scalars();
      case DERIVATIVES -> new DerivativesOfFunctions();
      case MATRICES -> new MatrixAlgebra();
      case INDEX_SUMS -> new IndexSums();
      case REINDEXED_SUMS -> new ReindexedSums();
      case GRADIENTS -> new Gradients();
      case FLOWS -> new Flows();
      case CLOSED_FORMS -> new ClosedForms();
      case RECURSIONS -> new Iterations();
      case INEQUALITIES -> new Inequalities();
      case LIMITS_AND_ORDERS -> new LimitsAndOrders();
      case FINITE_DIFFERENCES -> new FiniteDifferences();
      case EXPECTATIONS -> new Expectations();
      case IMPLICATIONS -> new Implications();
      case DOMAINS_AND_KINKS -> new DomainsAndKinks();
      case SCRIPTS -> new Scripts();
      case BINDERS -> new Binders();
      case WORDS -> new Words();
    };
  }
}
