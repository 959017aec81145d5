package org.hillock.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.files.WholeFile;
import org.hillock.lab.summation.Addition;
import org.hillock.lab.summation.UnitsRecord.Target;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.Figure;
import org.hillock.report.figure.PairRatioFigure;
import org.hillock.report.figure.PairSummationFigure;
import org.hillock.report.figure.UnitsFigure;
import org.hillock.report.json.AdditionJson;

/** Writes the figures and numbers of the sum at the hillock. */
public final class AdditionReport {

  public static final String FIGURES = NerveCellReport.FIGURES;

  /** The input whose cells are drawn. */
  private static final String VOLLEYS = "volleys";

  private AdditionReport() {}

  /**
   * Writes the numbers, and figures/*.svg and *.png, into a folder that is there.
   *
   * @param numbers name of the file of the numbers
   * @throws org.hillock.core.problem.FailureException where it cannot be written
   */
  public static void write(Addition addition, String numbers, Path folder) {
    figures(addition)
        .forEach((name, drawing) -> {
          Figure drawn = drawing.at(Drawable.WIDE);
          drawn.svg(folder.resolve(FIGURES + "/" + name + ".svg"));
          drawn.png(folder.resolve(FIGURES + "/" + name + ".png"));
        });
    byte[] text = AdditionJson.write(addition).getBytes(StandardCharsets.UTF_8);
    WholeFile.write(folder.resolve(numbers), text);
  }

  private static Map<String, Drawable> figures(Addition addition) {
    Map<String, Drawable> all = new LinkedHashMap<>();
    all.put("pairs-passive", new PairSummationFigure(addition.passive()));
    all.put("pairs-active", new PairSummationFigure(addition.active()));
    all.put("ratio-passive", new PairRatioFigure(addition.passive()));
    all.put("ratio-active", new PairRatioFigure(addition.active()));
    all.put("units-spikes", new UnitsFigure(addition.units(), VOLLEYS, Target.SPIKES));
    all.put("units-potential", new UnitsFigure(addition.units(), VOLLEYS, Target.POTENTIAL));
    return all;
  }
}
