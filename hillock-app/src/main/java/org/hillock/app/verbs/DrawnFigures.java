package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import org.hillock.app.output.OutputFolder;
import org.hillock.report.ReportFigure;
import org.hillock.report.figure.Drawable;

/** Figures of an answer, each as SVG and as PNG. */
final class DrawnFigures {

  private DrawnFigures() {}

  /** Writes them into a folder within the answer's and says the names of the files. */
  static List<String> write(List<ReportFigure> figures, String within, OutputFolder folder) {
    List<String> files = new ArrayList<>();
    for (ReportFigure figure : figures) {
      files.addAll(write(figure.drawing(), within + "/" + figure.id(), folder));
    }
    return files;
  }

  /**
   * Writes one drawing.
   *
   * @param name of both files, without ending
   */
  static List<String> write(Drawable drawing, String name, OutputFolder folder) {
    drawing.svg(folder.file(name + ".svg"));
    drawing.png(folder.file(name + ".png"));
    return List.of(name + ".svg", name + ".png");
  }
}
