package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.facts.BrainSize;

/**
 * Neurons and synapses of each network beside those of brains, on one logarithmic axis.
 *
 * @param networks in the order of their colours
 */
public record SizeFigure(List<Sized> networks) implements Drawable {

  /** One network's counts. */
  public record Sized(String name, double neurons, double synapses) {}

  public SizeFigure {
    networks = List.copyOf(networks);
  }

  @Override
  public Figure at(double width) {
    boolean stacked = width < 560;
    Sheet sheet = new Sheet();
    List<Sized> rows = new ArrayList<>(networks);
    BrainSize.ALL.forEach(b -> rows.add(new Sized(b.name(), b.neurons().value(), b.synapses().value())));
    double rowHeight = stacked ? 42 : 28;
    double top = 30;
    double bottom = top + rowHeight * rows.size() + 2;
    double names =
        stacked
            ? 0
            : Math.min(
                0.34 * width,
                24
                    + rows.stream()
                        .mapToDouble(r -> Typeface.width(r.name(), Sheet.TEXT))
                        .max()
                        .orElse(0));
    Frame frame = new Frame(names + 14, top, width - 16, bottom);
    PlotScale scale =
        LogScale.around(
            rows.stream()
                .flatMapToDouble(r -> java.util.stream.DoubleStream.of(r.neurons(), r.synapses()))
                .map(v -> Math.max(1, v))
                .toArray());
    legend(sheet, frame.left());
    frame.across(sheet, scale, "how many (number) – log scale", true);
    for (int i = 0; i < rows.size(); i++) {
      double y = top + rowHeight * (i + 0.5) + (stacked ? 9 : 1);
      Ink ink = i < networks.size() ? Ink.series(i) : Ink.MUTED;
      row(sheet, frame, scale, rows.get(i), ink, y, stacked);
    }
    return sheet.figure(
        width,
        bottom + Frame.BELOW,
        "Neurons and synapses beside brains",
        "Counts of each network, of a worm, a fly, GPT-3 and a human brain on a logarithmic axis");
  }

  private static void legend(Sheet sheet, double x) {
    sheet.add(new Mark.Circle(x + 5, 12, 4.5, Ink.MUTED, Ink.MUTED));
    sheet.text(x + 15, 16, "neurons");
    sheet.add(new Mark.Circle(x + 85, 12, 4.5, Ink.PAPER, Ink.MUTED));
    sheet.text(x + 95, 16, "synapses (weights)");
  }

  private static void row(
      Sheet sheet, Frame frame, PlotScale scale, Sized row, Ink ink, double y, boolean stacked) {
    double room = stacked ? frame.right() : frame.left() - 14;
    double nameY = stacked ? y - 12 : y + 4.5;
    sheet.text(0, nameY, Lettering.fit(row.name(), Sheet.TEXT, room));
    double x1 = frame.x(scale, Math.max(1, row.neurons()));
    double x2 = frame.x(scale, Math.max(1, row.synapses()));
    sheet.line(x1, y, x2, y, ink, 1.6);
    sheet.add(new Mark.Circle(x1, y, 4.8, ink, ink));
    sheet.add(new Mark.Circle(x2, y, 4.8, Ink.PAPER, ink));
  }
}
