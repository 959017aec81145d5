package org.hillock.report.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.lab.scene.SceneResult;
import org.hillock.report.ReportFigure;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.Figure;
import org.hillock.report.figure.Mark;

/** Looks for what is wrong with the figures of a scene; each fault is a sentence. */
public final class FiguresOfAScene {

  /** Smaller letters cannot be read on a phone, px. */
  private static final double LEAST_SIZE = 11;

  /** Half a px is what rounding may take. */
  private static final double SLACK = 0.5;

  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{3,}");

  /** What Korean writes in Latin letters, too. */
  private static final Set<String> KOREAN_TOO = Set.of("NMDA", "AMPA", "GPT");

  private FiguresOfAScene() {}

  /** All faults in all languages and at both widths; none where everything is in order. */
  public static List<String> faults(SceneResult result) {
    List<String> faults = new ArrayList<>();
    for (Language language : Language.values()) {
      ToldScene told = new ToldScene(result, SceneTexts.of(result.scene(), language));
      for (ReportFigure figure : told.figures()) {
        for (double width : new double[] {Drawable.WIDE, Drawable.NARROW}) {
          String where =
              result.scene() + ", " + figure.id() + ", " + language.code() + ", " + width;
          faults(figure.drawing().at(width), language, where, faults);
        }
      }
    }
    return faults;
  }

  private static void faults(Figure figure, Language language, String where, List<String> faults) {
    for (Mark mark : figure.marks()) {
      if (!(mark instanceof Mark.Text text)) {
        continue;
      }
      String what = where + ": '" + text.text() + "' ";
      boolean aside = text.left() < -SLACK || text.right() > figure.width() + SLACK;
      if (aside || text.y() < text.size() * 0.6 || text.y() > figure.height() + SLACK) {
        faults.add(what + "reaches over an edge");
      }
      if (text.size() < LEAST_SIZE) {
        faults.add(what + "is too small: " + text.size() + " px");
      }
      Matcher latin = LATIN.matcher(text.text());
      while (language == Language.KOREAN && latin.find()) {
        if (!KOREAN_TOO.contains(latin.group())) {
          faults.add(what + "is not Korean");
        }
      }
    }
  }
}
