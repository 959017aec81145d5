package org.hillock.report.html;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Census;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.axis.Measurement.NotDefined;
import org.hillock.lab.census.BuiltInEntries;
import org.hillock.lab.comparison.Anchors;
import org.hillock.lab.comparison.Compared;
import org.hillock.lab.comparison.Comparison;
import org.hillock.lab.summation.UnitsRecord;
import org.hillock.report.ComparisonFigures;
import org.hillock.report.ReportFigure;
import org.hillock.report.json.ComparisonJson;
import org.hillock.report.text.AdditionText;
import org.hillock.report.text.NumberText;
import org.hillock.report.text.ValueText;

/** The page of a comparison, as one file that needs nothing beside it. */
public final class ReportPage {

  /** Id of the axis that is shown beside brains. */
  private static final String SIZE = "size";

  /** Id of the axis that is shown beside a nerve cell. */
  private static final String SUM = "sum";

  private final Comparison comparison;
  private final ComparisonFigures figures;
  private final Markup page = new Markup();

  private ReportPage(Comparison comparison, ComparisonFigures figures) {
    this.comparison = comparison;
    this.figures = figures;
  }

  /** The text of report.html. */
  public static String write(Comparison comparison, ComparisonFigures figures) {
    ReportPage report = new ReportPage(comparison, figures);
    report.page.raw("<!DOCTYPE html>\n");
    report.page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
    PageHead.write(report.page, "How alike are they? " + comparison.title());
    report.page.open("body").open("main");
    report.opening();
    report.networks();
    new ValueTable(comparison).write(report.page);
    report.accuracy();
    report.axes();
    report.representations();
    report.examples();
    report.spikes();
    report.methods();
    report.repeat();
    report.page.end().end().end();
    return PageHead.withLetters(report.page.toString());
  }

  private void opening() {
    page.open("header");
    page.element("p", "Hillock comparison: " + comparison.title(), "class", "kicker");
    page.element("h1", "How alike are they?");
    page.element("p", lead(), "class", "lead");
    page.end();
    new PlaceSection(comparison, Anchors.shipped(), figures.places()).write(page);
    Summary summary = Summary.of(comparison);
    page.open("section", "class", "summary", "aria-labelledby", "summary");
    page.element("h2", "In short", "id", "summary");
    page.open("ul");
    summary.accuracy().forEach(s -> page.element("li", s));
    page.end();
    listed("Where they are the same", summary.alike());
    listed("Where they are not told apart", summary.undecided());
    listed("Where they differ", summary.different());
    listed("Not defined", summary.open());
    page.element(
        "p",
        "Two values are called the same where they read the same to three digits, and not told"
            + " apart where their intervals of confidence meet. No score is given by hand.",
        "class",
        "note");
    page.end();
  }

  private String lead() {
    int networks = comparison.networks().size();
    if (comparison.data().isEmpty()) {
      return (networks == 1 ? "One network that decides nothing was" : networks + " networks were")
          + " left alone, watched, and asked from outside what they were given, all in the same ways.";
    }
    Comparison.DataSummary data = comparison.data().get();
    return (networks == 1 ? "One network was" : networks + " networks were")
        + " shown the same images of "
        + data.name()
        + " and asked the same questions. Those that learn here learnt from "
        + NumberText.number(data.trainImages())
        + " images; all were then asked about "
        + NumberText.number(data.testImages())
        + " others"
        + (data.splits() > 1 ? ", " + data.splits() + " times over." : ".");
  }

  private void listed(String title, List<String> items) {
    if (!items.isEmpty()) {
      page.element("h3", title).open("ul");
      items.forEach(i -> page.element("li", i));
      page.end();
    }
  }

  private void networks() {
    page.open("section", "aria-labelledby", "networks");
    page.element("h2", "The networks", "id", "networks");
    page.open("div", "class", "networks");
    for (int i = 0; i < comparison.networks().size(); i++) {
      Compared network = comparison.networks().get(i);
      page.open("article");
      page.element("h3", network.name());
      page.element(
          "p", network.kind() + ", run by the " + network.engine() + " engine", "class", "kind");
      page.element("p", network.description());
      if (figures.networks().containsKey(network.name())) {
        figure(figures.networks().get(network.name()));
      }
      if (figures.fields().containsKey(network.name())) {
        figure(figures.fields().get(network.name()));
      }
      page.end();
    }
    page.end();
    if (comparison.axes().stream().noneMatch(axis -> axis.id().equals(SIZE))) {
      page.element("h3", "How big is that?");
      sizes();
    }
    page.end();
  }

  /** Networks beside brains: in the section of the axis of sizes, where there is one. */
  private void sizes() {
    figure(figures.size());
    page.open("details").element("summary", "What was counted, and by whom").open("ul");
    for (Census census : BuiltInEntries.besideOthers()) {
      Architecture one = census.architecture();
      page.element("li", one.about() + ": " + one.remarks().getFirst() + " " + one.source() + ".");
    }
    page.end().end();
  }

  /** What the sum is to a nerve cell with branches. */
  private void nerveCell() {
    UnitsRecord units = UnitsRecord.shipped();
    page.element("p", AdditionText.beside(units));
    page.open("details").element("summary", "How that was measured, and what it depends on");
    page.open("ul");
    AdditionText.how(units).forEach(line -> page.element("li", line));
    page.end().end();
  }

  private void accuracy() {
    if (figures.accuracy().isEmpty()) {
      return;
    }
    page.open("section", "aria-labelledby", "accuracy");
    page.element("h2", "How often are they right?", "id", "accuracy");
    figure(figures.accuracy().get());
    if (!comparison.baselines().isEmpty()) {
      page.element("p", "Beside the networks stand two plain methods, to keep everyone honest:");
      page.open("ul");
      for (Comparison.Baseline b : comparison.baselines()) {
        page.open("li").open("strong").text(b.name()).close().text(" – " + b.method() + ": ");
        page.open(
            "data",
            "value",
            ComparisonJson.number(b.accuracy().mean()),
            "data-baseline",
            b.name(),
            "data-value",
            ComparisonJson.number(b.accuracy().mean()));
        page.text(ValueText.accuracy(b.accuracy())).close().text(".").end();
      }
      page.end();
    }
    page.end();
  }

  private void axes() {
    for (AxisDefinition axis : comparison.axes()) {
      String id = "axis-" + axis.id();
      page.open("section", "aria-labelledby", id);
      page.element("h2", axis.title(), "id", id);
      page.element("p", axis.question(), "class", "question");
      figures.axes().getOrDefault(axis.id(), List.of()).forEach(this::figure);
      if (axis.id().equals(SIZE)) {
        sizes();
      }
      if (axis.id().equals(SUM)) {
        nerveCell();
      }
      if (axis.id().equals(LearningTable.AXIS)) {
        new LearningTable(comparison).write(page);
      }
      Set<String> methods = methods(axis);
      boolean shared = methods.size() == 1;
      if (shared) {
        page.element("p", methods.iterator().next());
      }
      page.open("dl", "class", "values");
      for (Compared network : comparison.networks()) {
        page.element("dt", network.name());
        switch (network.axes().get(axis.id())) {
          case Measured m -> measured(network, axis, m, !shared);
          case NotDefined(String because) ->
              page.element("dd", "not defined: " + because, "class", "undefined");
          case null -> page.element("dd", "not measured", "class", "undefined");
        }
      }
      page.end().end();
    }
  }

  /** The different ways in which an axis was measured; often the same for all networks. */
  private Set<String> methods(AxisDefinition axis) {
    Set<String> methods = new LinkedHashSet<>();
    for (Compared network : comparison.networks()) {
      if (network.axes().get(axis.id()) instanceof Measured m) {
        methods.add(m.method());
      }
    }
    return methods;
  }

  private void measured(Compared network, AxisDefinition axis, Measured m, boolean withMethod) {
    page.open("dd").open("strong");
    ValueTable.number(page, network.name(), axis.id(), m.value(), ValueText.value(m, axis));
    page.close();
    ValueText.certainty(m, axis).forEach(said -> page.text(", " + said));
    page.text(withMethod ? ". " + m.method() : ".");
    if (!m.details().isEmpty()) {
      page.open("details").element("summary", "Further numbers").open("ul");
      m.details()
          .forEach((name, number) -> page.element("li", name + ": " + NumberText.number(number)));
      page.end().end();
    }
    page.end();
  }

  private void representations() {
    if (figures.representations().isEmpty()) {
      return;
    }
    page.open("section", "aria-labelledby", "representations");
    page.element("h2", "Do they hold images apart alike?", "id", "representations");
    page.element(
        "p",
        "A network may be right as often as another and still see images otherwise. Here populations"
            + " are compared by which images they find alike and which different, whatever the number of"
            + " their neurons and whether these spike. No label is shown to any of them.");
    figures.representations().forEach(this::figure);
    page.end();
  }

  private void examples() {
    figures
        .examples()
        .ifPresent(figure -> {
          page.open("section", "aria-labelledby", "examples");
          page.element("h2", "Some of the images, and what each one said", "id", "examples");
          figure(figure);
          new AnswerTable(comparison).write(page);
          page.end();
        });
  }

  private void spikes() {
    if (figures.spikes().isEmpty()) {
      return;
    }
    page.open("section", "aria-labelledby", "spikes");
    page.element("h2", "One decision, spike by spike", "id", "spikes");
    figures
        .spikes()
        .forEach((name, drawn) -> {
          page.element("h3", name);
          drawn.forEach(this::figure);
        });
    page.end();
  }

  private void methods() {
    page.open("section", "aria-labelledby", "methods");
    page.element("h2", "How each number was measured", "id", "methods");
    page.open("details").element("summary", "Show the method of every axis");
    for (AxisDefinition axis : comparison.axes()) {
      page.element("h3", axis.title()).open("ul");
      for (Compared network : comparison.networks()) {
        if (network.axes().get(axis.id()) instanceof Measured m) {
          page.element("li", network.name() + ": " + m.method());
        }
      }
      page.end();
    }
    page.end().end();
  }

  private void repeat() {
    page.open("section", "aria-labelledby", "repeat");
    page.element("h2", "Do it again", "id", "repeat");
    page.element(
        "p", "The same seed on the same machine gives the same numbers, to the last digit:");
    page.open("pre", "tabindex", "0").element("code", comparison.command()).end();
    page.open("dl", "class", "facts");
    fact("Seed", Long.toString(comparison.seed()));
    comparison.versions().forEach(this::fact);
    comparison
        .data()
        .ifPresent(data -> {
          fact("Data", data.name() + ". " + data.attribution());
          fact("How the images were parted", data.method());
        });
    page.end();
    page.open("p").text("All numbers: ");
    page.open("a", "href", "comparison.json").text("comparison.json").close();
    page.end().end();
  }

  private void fact(String name, String value) {
    page.element("dt", name).element("dd", value);
  }

  private void figure(ReportFigure figure) {
    FigureBlock.write(page, figure);
  }
}
