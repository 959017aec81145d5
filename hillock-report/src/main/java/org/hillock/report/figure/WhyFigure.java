package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.hillock.lab.why.Answer;
import org.hillock.lab.why.Explanation;
import org.hillock.report.text.CauseGroups;
import org.hillock.report.text.CauseGroups.Group;
import org.hillock.report.text.ExplanationWords;

/**
 * An explanation drawn: the neuron that was asked about at the right, at its left those that its
 * sum was made of, and so on. A line is as thick as what it brought is large, of all that reached
 * the same neuron; unbroken where it added, dashed where it took away.
 *
 * @param answer what is drawn
 * @param breadth how many sources of each neuron were asked in turn
 */
public record WhyFigure(Answer answer, int breadth) implements Drawable {

  private static final double ROW = 30;
  private static final double BOX = 40;
  private static final double TOP = 64;
  private static final double GAP = 100;
  private static final double LEAST_COLUMN = 100;
  private static final double THICKEST = 14;
  private static final int FIRST_TOLD = 6;

  /** The part of a gap in which a line runs straight and is labelled. */
  private static final double LABEL = 54;

  private static final int CURVE = 24;
  private static final Ink ADDS = Ink.SERIES_1;
  private static final Ink TAKES = Ink.SERIES_2;

  /** A place in the drawing: a source with its own sources. */
  private record Node(
      List<String> told,
      double contribution,
      double share,
      String sized,
      int column,
      List<Node> sources,
      boolean rest) {

    double rows() {
      return sources.isEmpty() ? 1 : Math.max(1.5, sources.stream().mapToDouble(Node::rows).sum());
    }

    int deepest() {
      return sources.stream().mapToInt(Node::deepest).max().orElse(column);
    }
  }

  @Override
  public Figure at(double width) {
    Node root = node(answer.explanation(), 0, 0, 0, "");
    int columns = root.deepest() + 1;
    double drawn = Math.max(width, columns * LEAST_COLUMN + (columns - 1) * GAP + 2);
    double column = (drawn - 2 - (columns - 1) * GAP) / columns;
    Sheet sheet = new Sheet();
    List<String> head =
        Lettering.wrap(ExplanationWords.headline(answer.explanation()), Sheet.TEXT, drawn - 4, 2);
    for (int i = 0; i < head.size(); i++) {
      sheet.text(2, 14 + 16 * i, head.get(i));
    }
    legend(sheet, 14 + 16 * head.size());
    place(sheet, root, TOP, column, drawn);
    double height = TOP + root.rows() * ROW + 8;
    return sheet.figure(
        drawn,
        height,
        "Why " + ExplanationWords.neuron(answer.explanation()),
        described(answer.explanation()));
  }

  private static void legend(Sheet sheet, double y) {
    double x = 2;
    for (boolean adds : new boolean[] {true, false}) {
      String word = adds ? "adds" : "takes away";
      sheet.add(new Mark.Line(x, y - 4, x + 26, y - 4, ink(adds), 3, dash(adds)));
      sheet.text(x + 32, y, word, Sheet.SMALL, Mark.Anchor.START, Ink.MUTED);
      x += 32 + Typeface.width(word, Sheet.SMALL) + 16;
    }
    sheet.text(
        x,
        y,
        "as thick as its share of what reached the neuron",
        Sheet.SMALL,
        Mark.Anchor.START,
        Ink.MUTED);
  }

  private static Ink ink(boolean adds) {
    return adds ? ADDS : TAKES;
  }

  private static Dash dash(boolean adds) {
    return adds ? Dash.SOLID : Dash.SHORT;
  }

  private Node node(Explanation e, int column, double contribution, double share, String sized) {
    CauseGroups.Told of =
        CauseGroups.told(e, column == 0 ? Math.max(FIRST_TOLD, breadth) : breadth);
    double mass = of.mass();
    List<Node> sources = new ArrayList<>();
    for (Group g : of.shown()) {
      double part = mass == 0 ? 0 : Math.abs(g.contribution()) / mass;
      String size = ExplanationWords.signed(g.contribution(), e.unit());
      sources.add(
          g.because()
              .map(b -> node(b, column + 1, g.contribution(), part, size))
              .orElseGet(() ->
                  new Node(
                      List.of(g.name()),
                      g.contribution(),
                      part,
                      size,
                      column + 1,
                      List.of(),
                      false)));
    }
    List<Group> rest = of.rest();
    if (!rest.isEmpty()) {
      double all = rest.stream().mapToDouble(Group::contribution).sum();
      sources.add(
          new Node(
              List.of(rest.size() + " more"),
              all,
              mass == 0 ? 0 : Math.abs(all) / mass,
              ExplanationWords.signed(all, e.unit()),
              column + 1,
              List.of(),
              true));
    }
    return new Node(
        List.of(ExplanationWords.neuron(e), ExplanationWords.state(e)),
        contribution,
        share,
        sized,
        column,
        sources,
        false);
  }

  /** Draws a node and what stands behind it; gives the height of its middle. */
  private static double place(Sheet sheet, Node node, double top, double column, double drawn) {
    double right = drawn - 1 - node.column() * (column + GAP);
    double left = right - column;
    double middle = top + node.rows() * ROW / 2;
    double y = top;
    for (Node source : node.sources()) {
      double at = place(sheet, source, y, column, drawn);
      edge(sheet, source, left - GAP, at, left, middle);
      y += source.rows() * ROW;
    }
    if (node.told().size() == 1) {
      String text = Lettering.fit(node.told().getFirst(), Sheet.SMALL, column);
      Ink ink = node.rest() ? Ink.MUTED : Ink.TEXT;
      sheet.text(right - 3, middle + 4, text, Sheet.SMALL, Mark.Anchor.END, ink);
      return middle;
    }
    sheet.add(new Mark.Box(left, middle - BOX / 2, column, BOX, 6, Ink.BOX, Ink.AXIS));
    double centre = (left + right) / 2;
    String whole = node.told().getFirst();
    // the number stands at the end of a name: smaller letters before it is cut off
    double size = Typeface.width(whole, Sheet.TEXT) <= column - 8 ? Sheet.TEXT : Sheet.SMALL;
    String name = Lettering.fit(whole, size, column - 6);
    String state = Lettering.fit(node.told().get(1), Sheet.SMALL, column - 8);
    sheet.text(centre, middle - 3, name, size, Mark.Anchor.MIDDLE, Ink.TEXT);
    sheet.text(centre, middle + 13, state, Sheet.SMALL, Mark.Anchor.MIDDLE, Ink.MUTED);
    return middle;
  }

  private static void edge(Sheet sheet, Node source, double x1, double y1, double x2, double y2) {
    boolean adds = source.contribution() >= 0;
    double[] xs = new double[CURVE + 2];
    double[] ys = new double[CURVE + 2];
    xs[0] = x1;
    ys[0] = y1;
    for (int i = 0; i <= CURVE; i++) {
      double t = (double) i / CURVE;
      double s = t * t * (3 - 2 * t);
      xs[i + 1] = x1 + LABEL + t * (x2 - x1 - LABEL);
      ys[i + 1] = y1 + s * (y2 - y1);
    }
    double thick = Math.max(0.8, THICKEST * source.share());
    sheet.add(new Mark.Polyline(xs, ys, source.rest() ? Ink.AXIS : ink(adds), thick, dash(adds)));
    sheet.text(
        x1 + 2,
        y1 - Math.max(3, thick / 2 + 2),
        Lettering.fit(source.sized(), Sheet.SMALL - 1.5, LABEL),
        Sheet.SMALL - 1.5,
        Mark.Anchor.START,
        Ink.TEXT);
  }

  private static String described(Explanation e) {
    StringBuilder text = new StringBuilder(ExplanationWords.headline(e)).append(". Made of ");
    List<Group> groups = CauseGroups.of(e);
    for (Group g : groups.subList(0, Math.min(FIRST_TOLD, groups.size()))) {
      text.append(g.name())
          .append(' ')
          .append(ExplanationWords.signed(g.contribution(), e.unit()))
          .append("; ");
    }
    int more = groups.size() - FIRST_TOLD;
    return more > 0
        ? text.append("and ").append(more).append(" more").toString()
        : text.substring(0, text.length() - 2);
  }
}
