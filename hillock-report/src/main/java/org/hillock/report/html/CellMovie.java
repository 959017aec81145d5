package org.hillock.report.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import org.hillock.lab.scene.Picture;
import org.hillock.report.figure.CellShadesFigure;
import org.hillock.report.figure.ColourBar;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.Ink;
import org.hillock.report.figure.Theme;
import org.hillock.report.scene.SceneTexts;

/**
 * A cell whose colours move: all frames are in the page, a letter for the shade of each piece, and
 * a few lines of script show one after the other. Nothing moves before it is asked to; where the
 * reader wants less motion, the button goes on by one frame.
 */
record CellMovie(Picture.Film film, String title, String label, SceneTexts texts) {

  private static final String SCRIPT = "/org/hillock/report/html/movie.js";

  /** What the content security policy must allow for it. */
  static String policy() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(PageHead.resource(SCRIPT).getBytes(StandardCharsets.UTF_8));
      return "; script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void write(Markup page) {
    int shown = film.stills()[film.stills().length / 2];
    page.open(
        "div",
        "class",
        "movie",
        "id",
        "movie",
        "data-play",
        texts.get("movie.play"),
        "data-pause",
        texts.get("movie.pause"),
        "data-next",
        texts.get("movie.next"));
    double[] shares = new double[film.pieces().size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = share(film.values()[shown][i]);
    }
    CellShadesFigure drawing = new CellShadesFigure(title, film.tree(), film.pieces(), shares);
    for (String kind : new String[] {"wide", "narrow"}) {
      double width = kind.equals("wide") ? Drawable.WIDE : Drawable.NARROW;
      String svg = drawing.at(width).svg(Theme.PAGE);
      page.open("div", "class", kind).raw(svg.replaceFirst("<svg ", "<svg data-cell=\"\" ")).end();
    }
    page.open("div", "class", "controls");
    page.element("button", texts.get("movie.play"), "type", "button");
    int last = film.timesMs().length - 1;
    page.empty(
        "input",
        "type",
        "range",
        "min",
        "0",
        "max",
        Integer.toString(last),
        "value",
        Integer.toString(shown),
        "aria-label",
        texts.get("figure.time"));
    page.element("output", time(shown) + " ms");
    page.end();
    ColourBar bar = new ColourBar(film.low(), film.high(), label);
    page.raw(bar.at(Drawable.NARROW).svg(Theme.PAGE));
    page.open("script", "type", "application/json", "id", "movie-frames").raw(frames()).end();
    page.open("script").raw(PageHead.resource(SCRIPT)).end();
    page.end();
  }

  private double share(double value) {
    return (value - film.low()) / (film.high() - film.low());
  }

  private String time(int sample) {
    return String.format(Locale.ROOT, "%.1f", film.timesMs()[sample]);
  }

  private String frames() {
    StringBuilder ms = new StringBuilder();
    StringBuilder shades = new StringBuilder();
    for (int t = 0; t < film.timesMs().length; t++) {
      ms.append(t == 0 ? "" : ",").append(time(t));
      shades.append(t == 0 ? "\"" : ",\"");
      for (double mv : film.values()[t]) {
        shades.append((char) ('a' + Ink.shadeNumber(share(mv))));
      }
      shades.append('"');
    }
    return "{\"ms\":[" + ms + "],\"shades\":[" + shades + "]}";
  }
}
