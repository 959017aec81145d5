package org.hillock.report.html;

import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.axis.Measurement.NotDefined;
import org.hillock.lab.comparison.Compared;
import org.hillock.lab.comparison.Comparison;
import org.hillock.report.json.ComparisonJson;
import org.hillock.report.text.NumberText;
import org.hillock.report.text.ValueText;

/**
 * All values side by side. Each stands in an element with {@code data-axis}, {@code data-network}
 * and {@code data-value}, the last exactly as in comparison.json.
 */
record ValueTable(Comparison comparison) {

  void write(Markup page) {
    page.open("section", "aria-labelledby", "side-by-side");
    page.element("h2", "Side by side", "id", "side-by-side");
    page.open(
        "div",
        "class",
        "scroll",
        "role",
        "region",
        "aria-labelledby",
        "side-by-side",
        "tabindex",
        "0");
    page.open("table").open("thead").open("tr");
    page.element("th", "What was asked", "scope", "col");
    comparison.networks().forEach(n -> page.element("th", n.name(), "scope", "col"));
    page.end().end().open("tbody");
    if (comparison.data().isPresent()) {
      row(page, "Accuracy", n -> accuracy(page, n));
    }
    row(page, "Neurons", n -> count(page, n, "neurons", n.network().neurons()));
    row(page, "Synapses", n -> count(page, n, "synapses", ComparisonJson.synapses(n.network())));
    for (AxisDefinition axis : comparison.axes()) {
      row(page, axis.title(), n -> cell(page, n, axis));
    }
    page.end().end().end();
    if (comparison.networks().stream()
        .anyMatch(n -> n.accuracy().stream().anyMatch(a -> a.bySplit().size() > 1))) {
      page.element(
          "p", "±: standard deviation over splits, in points of percent.", "class", "note");
    }
    page.end();
  }

  private void row(Markup page, String title, java.util.function.Consumer<Compared> cell) {
    page.open("tr").element("th", title, "scope", "row");
    for (Compared network : comparison.networks()) {
      page.open("td");
      cell.accept(network);
      page.end();
    }
    page.end();
  }

  private static void accuracy(Markup page, Compared network) {
    network
        .accuracy()
        .ifPresentOrElse(
            share ->
                number(page, network.name(), "accuracy", share.mean(), ValueText.accuracy(share)),
            () -> page.text("not defined"));
  }

  private static void count(Markup page, Compared network, String key, long count) {
    number(page, network.name(), key, count, NumberText.number(count));
  }

  private static void cell(Markup page, Compared network, AxisDefinition axis) {
    switch (network.axes().get(axis.id())) {
      case Measured m -> {
        number(page, network.name(), axis.id(), m.value(), ValueText.value(m, axis));
        ValueText.certainty(m, axis)
            .forEach(said -> page.element("small", said, "class", "interval"));
      }
      case NotDefined(String because) -> {
        page.open("span", "class", "undefined").text("not defined");
        page.element("small", because).end();
      }
      case null -> page.element("span", "not measured", "class", "undefined");
    }
  }

  /** A number that a program can find again. */
  static void number(Markup page, String network, String axis, double value, String text) {
    String exact = ComparisonJson.number(value);
    page.open(
        "data", "value", exact, "data-axis", axis, "data-network", network, "data-value", exact);
    page.text(text).close();
  }
}
