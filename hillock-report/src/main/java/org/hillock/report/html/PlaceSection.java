package org.hillock.report.html;

import java.util.List;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.comparison.Anchors;
import org.hillock.lab.comparison.Anchors.Anchor;
import org.hillock.lab.comparison.Compared;
import org.hillock.lab.comparison.Comparison;
import org.hillock.report.ReportFigure;
import org.hillock.report.json.ComparisonJson;
import org.hillock.report.text.NumberText;
import org.hillock.report.text.ValueText;

/**
 * The first page of a report: small multiples of where each network lies, and the same in words.
 */
record PlaceSection(Comparison comparison, Anchors anchors, ReportFigure figure) {

  void write(Markup page) {
    page.open("section", "aria-labelledby", "places");
    page.element("h2", "Where each lies", "id", "places");
    FigureBlock.write(page, figure);
    table(page);
    page.open("details").element("summary", "What the anchors are, and how they were measured");
    page.open("ul");
    for (Anchor anchor : anchors.all()) {
      String source = anchor.source().isEmpty() ? "" : "; " + anchor.source();
      String defined = anchor.values().isEmpty() ? "; not measured yet" : "";
      page.open("li").open("strong").text(anchor.name()).close();
      page.text(": " + anchor.made() + source + defined + ".").end();
    }
    page.end().end().end();
  }

  private void table(Markup page) {
    page.open("details").element("summary", "The same as a table");
    page.open(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "places");
    page.open("table").open("thead").open("tr");
    page.element("th", "Axis", "scope", "col");
    comparison.networks().forEach(n -> page.element("th", n.name(), "scope", "col"));
    List<Anchor> measured = anchors.all().stream().filter(a -> !a.values().isEmpty()).toList();
    measured.forEach(a -> page.element("th", "anchor: " + a.name(), "scope", "col"));
    page.end().end().open("tbody");
    for (AxisDefinition axis : comparison.axes()) {
      page.open("tr").open("th", "scope", "row");
      page.open("a", "href", "#axis-" + axis.id()).text(axis.title()).close().end();
      comparison.networks().forEach(n -> network(page, n, axis));
      measured.forEach(a -> anchor(page, a, axis));
      page.end();
    }
    page.end().end().end().end();
  }

  private static void network(Markup page, Compared network, AxisDefinition axis) {
    if (network.axes().get(axis.id()) instanceof Measured m) {
      page.open("td");
      ValueTable.number(page, network.name(), axis.id(), m.value(), ValueText.value(m, axis));
      page.element("small", ValueText.around(m, axis), "class", "interval");
      page.end();
    } else {
      page.element("td", "not defined", "class", "undefined");
    }
  }

  private static void anchor(Markup page, Anchor anchor, AxisDefinition axis) {
    anchor
        .on(axis.id())
        .ifPresentOrElse(
            value -> {
              String told =
                  axis.scale() == AxisDefinition.Scale.SHARE
                      ? NumberText.percent(value)
                      : NumberText.number(value);
              String exact = ComparisonJson.number(value);
              page.open("td").open("data", "value", exact, "data-anchor", anchor.id());
              page.text(told).close().end();
            },
            () -> page.element("td", "not defined", "class", "undefined"));
  }
}
