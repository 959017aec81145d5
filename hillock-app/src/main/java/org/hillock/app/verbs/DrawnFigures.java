package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.app.output.OutputFolder;
import org.hillock.core.network.Network;
import org.hillock.report.ReportFigure;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.NamedFigure;

/** Figures of an answer, each as SVG and as PNG. */
final class DrawnFigures {

  private final Optional<Network> network;

  private DrawnFigures(Optional<Network> network) {
    this.network = network;
  }

  /** Figures of a network, whose neurons they call by their names where it has any. */
  static DrawnFigures of(Optional<Network> network) {
    return new DrawnFigures(network);
  }

  /** Writes them into a folder within the answer's and says the names of the files. */
  List<String> write(List<ReportFigure> figures, String within, OutputFolder folder) {
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
  List<String> write(Drawable drawing, String name, OutputFolder folder) {
    Drawable named = new NamedFigure(drawing, network);
    named.svg(folder.file(name + ".svg"));
    named.png(folder.file(name + ".png"));
    return List.of(name + ".svg", name + ".png");
  }
}
