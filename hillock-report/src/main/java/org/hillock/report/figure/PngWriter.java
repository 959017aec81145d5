package org.hillock.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws a figure on white, two dots for each px; letters are outlines, never fonts of the machine.
 */
final class PngWriter {

  static final int DOTS = 2;

  static {
    // No window is ever opened here; a stale DISPLAY must not make drawing fail.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private final Graphics2D g;

  private PngWriter(Graphics2D g) {
    this.g = g;
  }

  static byte[] write(Figure figure) {
    int width = (int) Math.ceil((figure.width() + 2 * Figure.MARGIN) * DOTS);
    int height = (int) Math.ceil((figure.height() + 2 * Figure.MARGIN) * DOTS);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.setColor(colour(Ink.PAPER, 1));
      g.fillRect(0, 0, width, height);
      g.scale(DOTS, DOTS);
      g.translate(Figure.MARGIN, Figure.MARGIN);
      PngWriter writer = new PngWriter(g);
      figure.marks().forEach(writer::mark);
    } finally {
      g.dispose();
    }
    return encode(image);
  }

  private static byte[] encode(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // A memory cache, since the standard one makes a file in the temporary folder.
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("this Java has no PNG writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void mark(Mark mark) {
    switch (mark) {
      case Mark.Line m -> {
        pen(m.ink(), m.width(), m.dash());
        g.draw(new Line2D.Double(m.x1(), m.y1(), m.x2(), m.y2()));
      }
      case Mark.Polyline m -> {
        pen(m.ink(), m.width(), m.dash());
        g.draw(path(m.xs(), m.ys()));
      }
      case Mark.Polygon m -> {
        g.setColor(colour(m.fill(), m.opacity()));
        Path2D area = path(m.xs(), m.ys());
        area.closePath();
        g.fill(area);
      }
      case Mark.Box m -> {
        RoundRectangle2D box =
            new RoundRectangle2D.Double(
                m.x(), m.y(), m.width(), m.height(), 2 * m.radius(), 2 * m.radius());
        g.setColor(colour(m.fill(), 1));
        g.fill(box);
        pen(m.outline(), 1, Dash.SOLID);
        g.draw(box);
      }
      case Mark.Circle m -> {
        double d = 2 * m.radius();
        Ellipse2D circle = new Ellipse2D.Double(m.x() - m.radius(), m.y() - m.radius(), d, d);
        g.setColor(colour(m.fill(), 1));
        g.fill(circle);
        pen(m.outline(), 1.6, Dash.SOLID);
        g.draw(circle);
      }
      case Mark.Segments m -> {
        pen(m.ink(), m.width(), Dash.SOLID);
        double[] e = m.ends();
        for (int i = 0; i < e.length; i += 4) {
          g.draw(new Line2D.Double(e[i], e[i + 1], e[i + 2], e[i + 3]));
        }
      }
      case Mark.Cells m -> cells(m);
      case Mark.Text m -> text(m);
    }
  }

  /** Without antialiasing: neighbouring cells must meet without a seam. */
  private void cells(Mark.Cells m) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    g.setColor(colour(m.fill(), m.opacity()));
    double[] c = m.corners();
    for (int i = 0; i < c.length; i += 2) {
      g.fill(new Rectangle2D.Double(c[i], c[i + 1], m.width(), m.height()));
    }
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  private void text(Mark.Text m) {
    g.setColor(colour(m.ink(), 1));
    g.fill(Typeface.outline(m.text(), m.left(), m.y(), m.size()));
  }

  private void pen(Ink ink, double width, Dash dash) {
    g.setColor(colour(ink, 1));
    float[] pattern = dash.pattern();
    g.setStroke(
        new BasicStroke(
            (float) width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            10,
            pattern.length == 0 ? null : pattern,
            0));
  }

  private static Path2D path(double[] xs, double[] ys) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < xs.length; i++) {
      if (i == 0) {
        path.moveTo(xs[i], ys[i]);
      } else {
        path.lineTo(xs[i], ys[i]);
      }
    }
    return path;
  }

  private static Color colour(Ink ink, double opacity) {
    int rgb = Integer.parseInt(ink.light().substring(1), 16);
    return new Color(
        (rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255, (int) Math.rint(opacity * 255));
  }
}
