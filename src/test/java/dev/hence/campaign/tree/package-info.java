/**
 * Formulas of the campaign's own: a tree that prints itself as LaTeX, and an oracle that evaluates
 * it at 50 digits (Apfloat). Knows nothing of Hence, so that no defect can be shared with it.
 */
package dev.hence.campaign.tree;
