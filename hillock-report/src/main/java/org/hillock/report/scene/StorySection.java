package org.hillock.report.scene;

import java.util.List;
import org.hillock.report.ReportFigure;

/**
 * A part of what is told.
 *
 * @param id letters and hyphens, unique
 * @param title above it
 * @param paragraphs in which {@code {name}} stands for the number of that name
 * @param figures below them
 */
public record StorySection(
    String id, String title, List<String> paragraphs, List<ReportFigure> figures) {
  public StorySection {
    paragraphs = List.copyOf(paragraphs);
    figures = List.copyOf(figures);
  }
}
