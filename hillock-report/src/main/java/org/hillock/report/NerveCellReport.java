package org.hillock.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hillock.core.files.WholeFile;
import org.hillock.lab.cell.NerveCellScene;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.Figure;
import org.hillock.report.html.ScenePage;
import org.hillock.report.scene.NerveCellStory;
import org.hillock.report.scene.SceneNumbers;

/** Writes the figures and the page of a nerve cell. */
public final class NerveCellReport {

  public static final String PAGE = "report.html";
  public static final String FIGURES = "figures";

  private NerveCellReport() {}

  /**
   * Writes figures/*.svg and *.png, then report.html, into a folder that is there.
   *
   * @param command that repeats it
   * @param versions of what computed it
   * @throws org.hillock.core.problem.FailureException where it cannot be written
   */
  public static void write(
      NerveCellScene scene, String command, Map<String, String> versions, Path folder) {
    for (ReportFigure figure : new NerveCellStory(scene).figures()) {
      Figure drawn = figure.drawing().at(Drawable.WIDE);
      UnaryOperator<String> named = ending -> FIGURES + "/" + figure.id() + ending;
      drawn.svg(folder.resolve(named.apply(".svg")));
      drawn.png(folder.resolve(named.apply(".png")));
    }
    String page = ScenePage.write(scene, new SceneNumbers(scene), command, versions);
    WholeFile.write(folder.resolve(PAGE), page.getBytes(StandardCharsets.UTF_8));
  }
}
