package org.hillock.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hillock.core.census.Amount;
import org.hillock.core.census.Census;
import org.hillock.lab.census.BuiltInEntries;

/**
 * Neurons and synapses of each network beside those of brains, on one logarithmic axis; where only
 * a range is known, it is drawn as wide as it is.
 *
 * @param networks in the order of their colours
 * @param beside what they are held against, in grey
 */
public record SizeFigure(List<Sized> networks, List<Sized> beside) implements Drawable {

  /**
   * One network's counts.
   *
   * @param name shown at the left
   * @param neurons how many
   * @param synapses how many
   */
  public record Sized(String name, Amount neurons, Amount synapses) {

    /** Of a census; what is not counted is not drawn. */
    public static Sized of(String name, Census census) {
      return new Sized(name, census.total().neurons(), census.total().synapses());
    }

    private DoubleStream values() {
      return DoubleStream.of(
          neurons.least(), neurons.most(), synapses.least(), synapses.most(), synapses.value());
    }
  }

  public SizeFigure {
    networks = List.copyOf(networks);
    beside = List.copyOf(beside);
  }

  /** Beside brains and a language model. */
  public SizeFigure(List<Sized> networks) {
    this(
        networks,
        BuiltInEntries.besideOthers().stream()
            .map(c -> Sized.of(c.architecture().about(), c))
            .toList());
  }

  @Override
  public Figure at(double width) {
    boolean stacked = width < 560;
    Sheet sheet = new Sheet();
    List<Sized> rows = new ArrayList<>(networks);
    rows.addAll(beside);
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
            rows.stream().flatMapToDouble(Sized::values).map(v -> Math.max(1, v)).toArray());
    legend(sheet, frame.left());
    frame.across(sheet, scale, "how many (number) – log scale", true);
    for (int i = 0; i < rows.size(); i++) {
      double y = top + rowHeight * (i + 0.5) + (stacked ? 9 : 1);
      Ink ink = i < networks.size() ? Ink.series(i) : Ink.MUTED;
      row(sheet, frame, scale, rows.get(i), ink, y, stacked);
    }
    List<String> all = rows.stream().map(Sized::name).toList();
    return sheet.figure(
        width,
        bottom + Frame.BELOW,
        beside.isEmpty() ? "Neurons and synapses" : "Neurons and synapses beside brains",
        "Counts on a logarithmic axis of " + String.join(", ", all));
  }

  private static void legend(Sheet sheet, double x) {
    sheet.add(new Mark.Circle(x + 5, 12, 4.5, Ink.MUTED, Ink.MUTED));
    sheet.text(x + 15, 16, "neurons");
    sheet.add(new Mark.Circle(x + 85, 12, 4.5, Ink.PAPER, Ink.MUTED));
    sheet.text(x + 95, 16, "synapses (weights)");
    sheet.line(x + 222, 12, x + 246, 12, Ink.GRID, 9);
    sheet.text(x + 252, 16, "range");
  }

  private static void row(
      Sheet sheet, Frame frame, PlotScale scale, Sized row, Ink ink, double y, boolean stacked) {
    double room = stacked ? frame.right() : frame.left() - 14;
    double nameY = stacked ? y - 12 : y + 4.5;
    sheet.text(0, nameY, Lettering.fit(row.name(), Sheet.TEXT, room));
    range(sheet, frame, scale, row.neurons(), y);
    range(sheet, frame, scale, row.synapses(), y);
    double x1 = frame.x(scale, Math.max(1, row.neurons().value()));
    double x2 = frame.x(scale, Math.max(1, row.synapses().value()));
    if (drawn(row.neurons()) && drawn(row.synapses())) {
      sheet.line(x1, y, x2, y, ink, 1.6);
    }
    if (drawn(row.neurons())) {
      sheet.add(new Mark.Circle(x1, y, 4.8, ink, ink));
    }
    if (drawn(row.synapses())) {
      sheet.add(new Mark.Circle(x2, y, 4.8, Ink.PAPER, ink));
    }
  }

  /** A count of 0 that was counted stands at 1; one that was not stands nowhere. */
  private static boolean drawn(Amount amount) {
    return amount.known() || amount.value() > 0;
  }

  private static void range(Sheet sheet, Frame frame, PlotScale scale, Amount amount, double y) {
    if (amount.state() == Amount.State.ESTIMATE) {
      double from = frame.x(scale, Math.max(1, amount.least()));
      sheet.line(from, y, frame.x(scale, Math.max(1, amount.most())), y, Ink.GRID, 13);
    }
  }
}
