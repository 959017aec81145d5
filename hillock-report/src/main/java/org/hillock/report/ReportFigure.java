package org.hillock.report;

import org.hillock.report.figure.Drawable;

/**
 * A figure of the report.
 *
 * @param id name of its files, letters, digits and hyphens; unique in the report
 * @param caption below it
 * @param drawing what is drawn
 */
public record ReportFigure(String id, String caption, Drawable drawing) {}
