package org.hillock.report;

import java.util.Optional;
import java.util.OptionalDouble;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.comparison.Anchors;
import org.hillock.lab.comparison.Compared;
import org.hillock.lab.comparison.Comparison;
import org.hillock.report.figure.PlacesFigure;

/** Where each network of a comparison lies on each axis, between measured anchors. */
public final class ComparisonPlaces {

  private ComparisonPlaces() {}

  /** The figure. */
  public static ReportFigure of(Comparison comparison, Anchors anchors, String id) {
    PlacesFigure figure =
        new PlacesFigure(
            "Where each network lies on each axis",
            "Every value stands in the table below the figure",
            comparison.networks().stream().map(Compared::name).toList(),
            anchors.all().stream().map(a -> new PlacesFigure.Anchor(a.mark(), a.name())).toList(),
            comparison.axes().stream().map(a -> panel(comparison, anchors, a)).toList());
    return new ReportFigure(
        id,
        "Markers above a line are the networks of this comparison; the words below it are anchors,"
            + " measured once in the same way. Bars are intervals of 95 %; what was counted has none."
            + " An axis that is not defined for an anchor is drawn"
            + " without it.",
        figure);
  }

  private static PlacesFigure.Panel panel(
      Comparison comparison, Anchors anchors, AxisDefinition axis) {
    return new PlacesFigure.Panel(
        axis.title(),
        axis.scale(),
        comparison.networks().stream().map(n -> value(n, axis.id())).toList(),
        comparison.networks().stream().map(n -> around(n, axis.id())).toList(),
        anchors.all().stream().map(a -> a.on(axis.id())).toList());
  }

  private static Optional<PlacesFigure.Around> around(Compared network, String axis) {
    return network.axes().get(axis) instanceof Measured m
        ? m.interval().map(i -> new PlacesFigure.Around(i.low(), i.high()))
        : Optional.empty();
  }

  private static OptionalDouble value(Compared network, String axis) {
    return network.axes().get(axis) instanceof Measured m
        ? OptionalDouble.of(m.value())
        : OptionalDouble.empty();
  }
}
