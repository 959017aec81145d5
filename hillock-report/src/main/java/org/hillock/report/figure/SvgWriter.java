package org.hillock.report.figure;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hillock.core.quantity.Quantity;

/** Writes a figure as an {@code <svg>} element. */
final class SvgWriter {

  private final StringBuilder out = new StringBuilder();
  private final Theme theme;

  private SvgWriter(Theme theme) {
    this.theme = theme;
  }

  static String write(Figure figure, Theme theme) {
    SvgWriter writer = new SvgWriter(theme);
    writer.open(figure);
    figure.marks().forEach(writer::mark);
    return writer.out.append("</svg>").toString();
  }

  private void open(Figure figure) {
    double margin = theme == Theme.PAGE ? 0 : Figure.MARGIN;
    String from = number(-margin);
    String w = number(figure.width() + 2 * margin);
    String h = number(figure.height() + 2 * margin);
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"");
    out.append(from)
        .append(' ')
        .append(from)
        .append(' ')
        .append(w)
        .append(' ')
        .append(h)
        .append('"');
    if (theme != Theme.PAGE) {
      out.append(" width=\"").append(w).append("\" height=\"").append(h).append('"');
    }
    out.append(" role=\"img\" aria-label=\"")
        .append(Xml.escape(figure.title() + ". " + figure.description()))
        .append("\" font-family=\"")
        .append(Typeface.FAMILY)
        .append("\"><title>")
        .append(Xml.escape(figure.title()))
        .append("</title><desc>")
        .append(Xml.escape(figure.description()))
        .append("</desc>\n");
    if (theme != Theme.PAGE) {
      // A page carries the letters of all its figures; a file of its own needs its own.
      out.append("<style>").append(Letters.css(written(figure))).append("</style>\n");
      out.append("<rect x=\"").append(from).append("\" y=\"").append(from);
      out.append("\" width=\"").append(w).append("\" height=\"").append(h).append("\" fill=\"");
      out.append(theme.colour(Ink.PAPER)).append("\"/>\n");
    }
  }

  private static String written(Figure figure) {
    return figure.marks().stream()
        .flatMap(m -> m instanceof Mark.Text text ? Stream.of(text.text()) : Stream.empty())
        .collect(Collectors.joining());
  }

  private void mark(Mark mark) {
    switch (mark) {
      case Mark.Line m -> {
        out.append("<line");
        attribute("x1", m.x1());
        attribute("y1", m.y1());
        attribute("x2", m.x2());
        attribute("y2", m.y2());
        stroke(m.ink(), m.width(), m.dash());
        out.append("/>\n");
      }
      case Mark.Polyline m -> {
        out.append("<polyline points=\"");
        points(m.xs(), m.ys());
        out.append("\" fill=\"none\"");
        stroke(m.ink(), m.width(), m.dash());
        out.append(" stroke-linejoin=\"round\"/>\n");
      }
      case Mark.Polygon m -> {
        out.append("<polygon points=\"");
        points(m.xs(), m.ys());
        out.append('"');
        fill(m.fill(), m.opacity());
        out.append("/>\n");
      }
      case Mark.Box m -> {
        out.append("<rect");
        attribute("x", m.x());
        attribute("y", m.y());
        attribute("width", m.width());
        attribute("height", m.height());
        attribute("rx", m.radius());
        fill(m.fill(), 1);
        stroke(m.outline(), 1, Dash.SOLID);
        out.append("/>\n");
      }
      case Mark.Circle m -> {
        out.append("<circle");
        attribute("cx", m.x());
        attribute("cy", m.y());
        attribute("r", m.radius());
        fill(m.fill(), 1);
        stroke(m.outline(), 1.6, Dash.SOLID);
        out.append("/>\n");
      }
      case Mark.Segments m -> segments(m);
      case Mark.Cells m -> cells(m);
      case Mark.Text m -> text(m);
    }
  }

  private void segments(Mark.Segments m) {
    out.append("<path d=\"");
    double[] e = m.ends();
    for (int i = 0; i < e.length; i += 4) {
      out.append('M').append(number(e[i])).append(' ').append(number(e[i + 1]));
      if (e[i] == e[i + 2]) {
        out.append('V').append(number(e[i + 3]));
      } else {
        out.append('L').append(number(e[i + 2])).append(' ').append(number(e[i + 3]));
      }
    }
    out.append('"');
    stroke(m.ink(), m.width(), Dash.SOLID);
    out.append("/>\n");
  }

  private void cells(Mark.Cells m) {
    String w = number(m.width());
    String down = "v" + number(m.height()) + "h-" + w + "z";
    out.append("<path d=\"");
    for (int i = 0; i < m.corners().length; i += 2) {
      out.append('M').append(number(m.corners()[i])).append(' ').append(number(m.corners()[i + 1]));
      out.append('h').append(w).append(down);
    }
    out.append("\" shape-rendering=\"crispEdges\"");
    fill(m.fill(), m.opacity());
    out.append("/>\n");
  }

  private void text(Mark.Text m) {
    out.append("<text");
    attribute("x", m.x());
    attribute("y", m.y());
    attribute("font-size", m.size());
    if (m.anchor() != Mark.Anchor.START) {
      String anchor = m.anchor().name().toLowerCase(Locale.ROOT);
      out.append(" text-anchor=\"").append(anchor).append('"');
    }
    fill(m.ink(), 1);
    out.append('>').append(Xml.escape(m.text())).append("</text>\n");
  }

  private void points(double[] xs, double[] ys) {
    for (int i = 0; i < xs.length; i++) {
      out.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
    }
  }

  private void stroke(Ink ink, double width, Dash dash) {
    out.append(" stroke=\"").append(theme.colour(ink)).append('"');
    attribute("stroke-width", width);
    float[] pattern = dash.pattern();
    if (pattern.length > 0) {
      out.append(" stroke-dasharray=\"");
      for (int i = 0; i < pattern.length; i++) {
        out.append(i == 0 ? "" : " ").append(number(pattern[i]));
      }
      out.append('"');
    }
  }

  private void fill(Ink ink, double opacity) {
    out.append(" fill=\"").append(theme.colour(ink)).append('"');
    if (opacity < 1) {
      attribute("fill-opacity", opacity);
    }
  }

  private void attribute(String name, double value) {
    out.append(' ').append(name).append("=\"").append(number(value)).append('"');
  }

  /** Hundredths of a px are fine enough for any screen. */
  private static String number(double value) {
    return Quantity.text(Math.rint(value * 100) / 100);
  }
}
