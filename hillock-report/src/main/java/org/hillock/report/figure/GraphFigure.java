package org.hillock.report.figure;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Nodes at their places and arrows between them: an arrow head where a weight is positive, a bar
 * where it is negative, the wider the larger; a node is the darker the stronger it is.
 *
 * @param title read out
 * @param description read out
 * @param nodes at least one
 * @param edges between them
 * @param words for the key
 */
public record GraphFigure(
    String title, String description, List<Node> nodes, List<Edge> edges, FigureWords words)
    implements Drawable {

  private static final double RADIUS = 12;
  private static final double ROW = 104;
  private static final double LINE = 15;
  private static final int MOST_LINES = 3;
  private static final int STEPS = 16;

  /** Places that are nearer than that, as a share of the height, stand side by side. */
  private static final double SAME_ROW = 0.12;

  /**
   * A node.
   *
   * @param x 0..1 from left to right
   * @param y 0..1 from top to bottom
   * @param strength 0..1
   */
  public record Node(String name, double x, double y, double strength) {}

  /**
   * An arrow.
   *
   * @param weight -1..1
   * @param name at its middle; may be empty
   */
  public record Edge(int from, int to, double weight, String name) {}

  public GraphFigure {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  @Override
  public Figure at(double width) {
    Sheet sheet = new Sheet();
    long rows = nodes.stream().mapToLong(n -> Math.round(n.y() / SAME_ROW)).distinct().count();
    double most = width < 560 ? 460 : 420;
    double height = Math.clamp(ROW * rows, 130, most);
    double side = width < 560 ? 44 : 70;
    double[] xs = nodes.stream().mapToDouble(n -> side + n.x() * (width - 2 * side)).toArray();
    // What stands empty above the first and below the last node is left out.
    double span = height - 100;
    double first = nodes.stream().mapToDouble(Node::y).min().orElse(0);
    double last = nodes.stream().mapToDouble(Node::y).max().orElse(1);
    double[] ys = nodes.stream().mapToDouble(n -> 44 + (n.y() - first) * span).toArray();
    for (int i = 0; i < edges.size(); i++) {
      draw(sheet, arc(edges.get(i), xs, ys), edges.get(i));
    }
    for (int i = 0; i < nodes.size(); i++) {
      node(sheet, i, xs, ys, width);
    }
    // Names of edges come last: nothing may strike them out.
    for (Edge edge : edges) {
      double[][] arc = arc(edge, xs, ys);
      name(sheet, edge, arc[0][STEPS / 2], arc[1][STEPS / 2]);
    }
    double bottom = height - (1 - last + first) * span;
    return sheet.figure(width, key(sheet, bottom), title, description);
  }

  /** Points from rim to rim; bent where there is an arrow back, around where it leads to itself. */
  private double[][] arc(Edge edge, double[] xs, double[] ys) {
    double x1 = xs[edge.from()];
    double y1 = ys[edge.from()];
    double[] px = new double[STEPS + 1];
    double[] py = new double[STEPS + 1];
    if (edge.from() == edge.to()) {
      for (int i = 0; i <= STEPS; i++) {
        // From the rim's upper left around over the top to its upper right.
        double angle = Math.PI * (1.3 - 1.6 * i / STEPS);
        px[i] = x1 + 10 * Math.cos(angle);
        py[i] = y1 - RADIUS - 9 - 10 * Math.sin(angle);
      }
      return new double[][] {px, py};
    }
    double dx = xs[edge.to()] - x1;
    double dy = ys[edge.to()] - y1;
    double length = Math.max(1, Math.hypot(dx, dy));
    boolean back = edges.stream().anyMatch(e -> e.from() == edge.to() && e.to() == edge.from());
    double bend = back ? Math.min(46, 0.28 * length) : 0;
    double cx = x1 + dx / 2 - 2 * bend * dy / length;
    double cy = y1 + dy / 2 + 2 * bend * dx / length;
    double gap = Math.min(0.4, (RADIUS + 4) / length);
    for (int i = 0; i <= STEPS; i++) {
      double t = gap + (1 - 2 * gap) * i / STEPS;
      px[i] = (1 - t) * (1 - t) * x1 + 2 * t * (1 - t) * cx + t * t * (x1 + dx);
      py[i] = (1 - t) * (1 - t) * y1 + 2 * t * (1 - t) * cy + t * t * (y1 + dy);
    }
    return new double[][] {px, py};
  }

  private static Ink ink(Edge edge) {
    return edge.weight() < 0 ? Ink.SERIES_2 : Ink.SERIES_1;
  }

  private static void draw(Sheet sheet, double[][] arc, Edge edge) {
    double wide = 0.8 + 3.2 * Math.min(1, Math.abs(edge.weight()));
    Dash dash = edge.weight() == 0 ? Dash.DOTTED : Dash.SOLID;
    sheet.add(new Mark.Polyline(arc[0], arc[1], ink(edge), wide, dash));
    double x = arc[0][STEPS];
    double y = arc[1][STEPS];
    end(sheet, edge.weight() < 0, x, y, x - arc[0][STEPS - 1], y - arc[1][STEPS - 1]);
  }

  private static void end(Sheet sheet, boolean bar, double x, double y, double dx, double dy) {
    if (!bar) {
      double step = 4 / Math.hypot(dx, dy);
      Glyphs.arrowHead(sheet, Ink.SERIES_1, x + step * dx, y + step * dy, dx, dy);
      return;
    }
    double over = 6 / Math.hypot(dx, dy);
    sheet.line(x - over * dy, y + over * dx, x + over * dy, y - over * dx, Ink.SERIES_2, 2.6);
  }

  private void node(Sheet sheet, int number, double[] xs, double[] ys, double width) {
    Node node = nodes.get(number);
    double x = xs[number];
    double y = ys[number];
    sheet.add(new Mark.Circle(x, y, RADIUS, Ink.PAPER, Ink.SERIES_3));
    double[] cx = new double[24];
    double[] cy = new double[24];
    for (int i = 0; i < cx.length; i++) {
      cx[i] = x + (RADIUS - 2.5) * Math.cos(2 * Math.PI * i / cx.length);
      cy[i] = y + (RADIUS - 2.5) * Math.sin(2 * Math.PI * i / cy.length);
    }
    sheet.add(new Mark.Polygon(cx, cy, Ink.SERIES_3, Math.clamp(node.strength(), 0.0, 1.0)));
    double room = 2 * Math.min(x, width - x);
    for (int i = 0; i < nodes.size(); i++) {
      if (i != number && Math.abs(nodes.get(i).y() - node.y()) < SAME_ROW) {
        room = Math.min(room, Math.abs(xs[i] - x) - 6);
      }
    }
    List<String> lines = Lettering.wrap(node.name(), Sheet.TEXT, Math.max(room, 40), MOST_LINES);
    double top = namedAbove(number) ? y - RADIUS - 7 - LINE * (lines.size() - 1) : y + RADIUS + 16;
    for (int i = 0; i < lines.size(); i++) {
      label(sheet, lines.get(i), x, top + LINE * i, Sheet.TEXT, Ink.TEXT);
    }
  }

  /** Whether arrows come and go only below a node: a name there would cover them. */
  private boolean namedAbove(int number) {
    double y = nodes.get(number).y();
    double[] others =
        edges.stream()
            .filter(e -> (e.from() == number) != (e.to() == number))
            .mapToDouble(e -> nodes.get(e.from() == number ? e.to() : e.from()).y() - y)
            .toArray();
    boolean below = DoubleStream.of(others).anyMatch(d -> d > SAME_ROW / 2);
    return below && DoubleStream.of(others).noneMatch(d -> d < -SAME_ROW / 2);
  }

  private static void name(Sheet sheet, Edge edge, double x, double y) {
    if (!edge.name().isEmpty()) {
      label(sheet, edge.name(), x, y + 4, Sheet.SMALL, Ink.TEXT);
    }
  }

  /** Arrows run behind words, not through them. */
  private static void label(Sheet sheet, String text, double x, double y, double size, Ink ink) {
    double half = Typeface.width(text, size) / 2 + 2;
    double[] bx = {x - half, x + half, x + half, x - half};
    double[] by = {y - size + 1, y - size + 1, y + 4, y + 4};
    sheet.add(new Mark.Polygon(bx, by, Ink.PAPER, 1));
    sheet.text(x, y, text, size, Mark.Anchor.MIDDLE, ink);
  }

  private double key(Sheet sheet, double top) {
    if (edges.stream().noneMatch(e -> e.weight() < 0)) {
      return top;
    }
    double x = 4;
    for (boolean bar : new boolean[] {false, true}) {
      Ink ink = bar ? Ink.SERIES_2 : Ink.SERIES_1;
      sheet.line(x, top + 12, x + 26, top + 12, ink, 2);
      end(sheet, bar, x + 26, top + 12, 1, 0);
      String text = bar ? words.weakens() : words.strengthens();
      sheet.text(x + 38, top + 16.5, text);
      x += 38 + Typeface.width(text, Sheet.TEXT) + 24;
    }
    return top + 26;
  }
}
