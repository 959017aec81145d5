package org.hillock.report.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.SynapseCount;

/**
 * Populations as boxes, projections as arrows with their number of synapses: from left to right
 * where there is room, else from top to bottom. Feedback runs around in a dashed curve.
 */
public record NetworkFigure(Network network) implements Drawable {

  private static final double BOX_WIDTH = 112;
  private static final double BOX_HEIGHT = 62;
  private static final double GAP_ACROSS = 72;
  private static final double GAP_DOWN = 54;
  private static final double BESIDE = 22;

  /** From this number of projections on, arrows are not labelled. */
  private static final int MOST_LABELS = 12;

  private record Place(double x, double y) {
    double middleX() {
      return x + BOX_WIDTH / 2;
    }

    double middleY() {
      return y + BOX_HEIGHT / 2;
    }
  }

  @Override
  public Figure at(double width) {
    NetworkLayers layers = NetworkLayers.of(network);
    int depth = layers.layers().size();
    int breadth = layers.layers().stream().mapToInt(List::size).max().orElse(1);
    boolean across = depth * BOX_WIDTH + (depth - 1) * GAP_ACROSS <= width - 2;
    boolean around = network.projections().values().stream().anyMatch(p -> bent(layers, p));
    double rim = around ? 72 : 4;
    double along = across ? width : 8 + depth * (BOX_HEIGHT + GAP_DOWN) - GAP_DOWN + 4;
    double side = breadth * ((across ? BOX_HEIGHT : BOX_WIDTH) + BESIDE) - BESIDE;
    double drawn = across ? width : Math.max(width, side + 2 * rim);
    double height = across ? rim + side + 4 : along;
    Map<String, Place> places = across ? across(layers, width, rim, side) : down(layers, drawn);
    Sheet sheet = new Sheet();
    for (Projection p : network.projections().values()) {
      arrow(sheet, places, layers, p, across);
    }
    for (Population p : network.populations().values()) {
      box(sheet, p, place(places, p.name()));
    }
    return sheet.figure(drawn, height, "Drawing of " + network.name(), described());
  }

  private static Map<String, Place> across(
      NetworkLayers layers, double width, double rim, double side) {
    Map<String, Place> places = new HashMap<>();
    int depth = layers.layers().size();
    double step = depth == 1 ? 0 : (width - 2 - BOX_WIDTH) / (depth - 1);
    step = Math.min(step, BOX_WIDTH + 1.6 * GAP_ACROSS);
    for (int i = 0; i < depth; i++) {
      List<String> layer = layers.layers().get(i);
      double own = layer.size() * (BOX_HEIGHT + BESIDE) - BESIDE;
      for (int k = 0; k < layer.size(); k++) {
        double y = rim + (side - own) / 2 + k * (BOX_HEIGHT + BESIDE);
        places.put(layer.get(k), new Place(1 + i * step, y));
      }
    }
    return places;
  }

  private static Map<String, Place> down(NetworkLayers layers, double width) {
    Map<String, Place> places = new HashMap<>();
    for (int i = 0; i < layers.layers().size(); i++) {
      List<String> layer = layers.layers().get(i);
      double own = layer.size() * (BOX_WIDTH + BESIDE) - BESIDE;
      for (int k = 0; k < layer.size(); k++) {
        double x = (width - own) / 2 + k * (BOX_WIDTH + BESIDE);
        places.put(layer.get(k), new Place(x, 4 + i * (BOX_HEIGHT + GAP_DOWN)));
      }
    }
    return places;
  }

  private static Place place(Map<String, Place> places, String population) {
    Place place = places.get(population);
    if (place == null) {
      throw new IllegalArgumentException("population '" + population + "' has no place");
    }
    return place;
  }

  private static void box(Sheet sheet, Population p, Place at) {
    sheet.add(new Mark.Box(at.x(), at.y(), BOX_WIDTH, BOX_HEIGHT, 6, Ink.BOX, Ink.AXIS));
    double room = BOX_WIDTH - 12;
    String size = count(p.size()) + (p.size() == 1 ? " neuron" : " neurons");
    String shaped = p.shape().extents().size() > 1 ? size + ", " + p.shape() : size;
    line(sheet, at, 20, Lettering.fit(p.name(), 14, room), 14, Ink.TEXT);
    line(sheet, at, 37, Lettering.fit(shaped, Sheet.SMALL, room), Sheet.SMALL, Ink.TEXT);
    line(sheet, at, 53, Lettering.fit(p.neuron(), Sheet.SMALL, room), Sheet.SMALL, Ink.MUTED);
  }

  private static void line(Sheet sheet, Place at, double down, String text, double size, Ink ink) {
    sheet.text(at.middleX(), at.y() + down, text, size, Mark.Anchor.MIDDLE, ink);
  }

  /** Whether a projection must run around others: it leads back or jumps over a layer. */
  private static boolean bent(NetworkLayers layers, Projection p) {
    return layers.feedback().contains(p.name())
        || layers.layerOf(p.to()) - layers.layerOf(p.from()) > 1;
  }

  private void arrow(
      Sheet sheet, Map<String, Place> places, NetworkLayers layers, Projection p, boolean across) {
    Place from = place(places, p.from());
    Place to = place(places, p.to());
    boolean back = layers.feedback().contains(p.name());
    if (bent(layers, p)) {
      bentArrow(sheet, p, from, to, across, back);
      return;
    }
    double x1 = across ? from.x() + BOX_WIDTH : from.middleX();
    double y1 = across ? from.middleY() : from.y() + BOX_HEIGHT;
    double x2 = across ? to.x() - 1 : to.middleX();
    double y2 = across ? to.middleY() : to.y() - 1;
    double length = Math.hypot(x2 - x1, y2 - y1);
    double trim = 6 / length;
    sheet.line(x1, y1, x2 - (x2 - x1) * trim, y2 - (y2 - y1) * trim, Ink.TEXT, 1.3);
    Glyphs.arrowHead(sheet, Ink.TEXT, x2, y2, x2 - x1, y2 - y1);
    label(sheet, p, x1, y1, x2, y2, across);
  }

  /** Two lines about the middle of a straight arrow; beside a slanted one, nearer to its start. */
  private void label(
      Sheet sheet, Projection p, double x1, double y1, double x2, double y2, boolean across) {
    if (network.projections().size() > MOST_LABELS) {
      return;
    }
    String synapses = count(SynapseCount.synapses(network, p));
    String rule = Lettering.fit(p.connectivity().rule(), Sheet.SMALL, GAP_ACROSS - 12);
    double slant = across ? y2 - y1 : x2 - x1;
    double along = slant == 0 ? 0.5 : 0.42;
    double x = x1 + along * (x2 - x1);
    double y = y1 + along * (y2 - y1);
    if (across) {
      // Above what falls and below what rises there is room for both lines.
      double first = slant == 0 ? y - 6 : slant > 0 ? y - 24 : y + 20;
      double second = slant == 0 ? y + 15 : first + 13;
      double right = slant == 0 ? x : x + 8;
      sheet.text(right, first, synapses, Sheet.SMALL, Mark.Anchor.MIDDLE, Ink.TEXT);
      sheet.text(right, second, rule, Sheet.SMALL, Mark.Anchor.MIDDLE, Ink.MUTED);
    } else {
      boolean left = slant > 0;
      Mark.Anchor anchor = left ? Mark.Anchor.END : Mark.Anchor.START;
      double beside = left ? x - 9 : x + 9;
      sheet.text(beside, y - 2, synapses + " synapses", Sheet.SMALL, anchor, Ink.TEXT);
      sheet.text(beside, y + 12, rule, Sheet.SMALL, anchor, Ink.MUTED);
    }
  }

  /** A curve above the boxes, or at their right where they stand below each other. */
  private void bentArrow(
      Sheet sheet, Projection p, Place from, Place to, boolean across, boolean back) {
    double shift = from.equals(to) ? 22 : 0;
    double x1 = across ? from.middleX() + shift : from.x() + BOX_WIDTH;
    double y1 = across ? from.y() : from.middleY() + shift;
    double x2 = across ? to.middleX() - shift : to.x() + BOX_WIDTH + 1;
    double y2 = across ? to.y() - 1 : to.middleY() - shift;
    // Long ways run farther out than short ones, so that they do not lie on each other.
    double reach = Math.min(78, 34 + (across ? 0.08 : 0.16) * Math.hypot(x2 - x1, y2 - y1));
    double cx = Math.max(x1, x2) + reach;
    double cy = Math.min(y1, y2) - reach;
    int n = 32;
    double[] xs = new double[n + 1];
    double[] ys = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      double t = (double) i / n;
      xs[i] = across ? bezier(t, x1, x1, x2, x2) : bezier(t, x1, cx, cx, x2);
      ys[i] = across ? bezier(t, y1, cy, cy, y2) : bezier(t, y1, y1, y2, y2);
    }
    sheet.add(new Mark.Polyline(xs, ys, Ink.TEXT, 1.3, back ? Dash.DASHED : Dash.SOLID));
    Glyphs.arrowHead(sheet, Ink.TEXT, x2, y2, xs[n] - xs[n - 2], ys[n] - ys[n - 2]);
    if (network.projections().size() <= MOST_LABELS) {
      String text = count(SynapseCount.synapses(network, p));
      int at = across || back ? n / 2 : 3 * n / 4;
      double y = across ? ys[at] - 5 : ys[at] + 4;
      Mark.Anchor anchor = across ? Mark.Anchor.MIDDLE : Mark.Anchor.START;
      sheet.text(xs[at] + (across ? 0 : 6), y, text, Sheet.SMALL, anchor, Ink.MUTED);
    }
  }

  private static double bezier(double t, double a, double b, double c, double d) {
    double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  }

  private String described() {
    StringBuilder text = new StringBuilder();
    for (Projection p : network.projections().values()) {
      text.append(text.isEmpty() ? "" : "; ")
          .append(p.from())
          .append(" to ")
          .append(p.to())
          .append(": ")
          .append(count(SynapseCount.synapses(network, p)))
          .append(" synapses, ")
          .append(p.connectivity().rule());
    }
    return text.isEmpty() ? "no projections" : text.toString();
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
