package org.hillock.report.html;

import java.util.List;
import java.util.Locale;
import org.hillock.report.ReportFigure;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.Theme;

/** A figure on a page, with its caption and where its files are. */
final class FigureBlock {

  private FigureBlock() {}

  /** Drawn twice, for wide and for narrow pages; the style sheet shows one. */
  static void write(Markup page, ReportFigure figure) {
    write(page, figure, "", "");
  }

  /**
   * The same with files elsewhere.
   *
   * @param title before the caption; may be empty
   * @param files folder of the folder of figures, empty or with a slash at its end
   */
  static void write(Markup page, ReportFigure figure, String title, String files) {
    page.open("figure");
    String wide = figure.drawing().at(Drawable.WIDE).svg(Theme.PAGE);
    String narrow = figure.drawing().at(Drawable.NARROW).svg(Theme.PAGE);
    page.open("div", "class", "wide").raw(wide).end();
    page.open("div", "class", "narrow").raw(narrow).end();
    page.open("figcaption");
    if (!title.isEmpty()) {
      page.open("strong").text(title).close().text(" · ");
    }
    page.text(figure.caption() + " ");
    for (String kind : List.of("svg", "png")) {
      String label = kind.toUpperCase(Locale.ROOT);
      page.open(
          "a",
          "href",
          files + "figures/" + figure.id() + "." + kind,
          "aria-label",
          label + " of " + figure.id());
      page.text(label).close().text(" ");
    }
    page.end().end();
  }
}
