/**
 * The figures of a trace as pictures, PDF or SVG: curves and axes by XChart, everything as filled
 * and stroked shapes, letters too. A picture so names no font, holds no text of a document and no
 * time, and the same figure gives the same bytes wherever the fonts are the same.
 *
 * <p>May know: {@code report.trace} and what lies below; alone knows XChart.
 */
package dev.hence.report.figure;
