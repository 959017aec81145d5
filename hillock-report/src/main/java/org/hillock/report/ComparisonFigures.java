package org.hillock.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.census.Amount;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.axis.Measurement;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.axis.Measurement.Series;
import org.hillock.lab.comparison.Accuracy;
import org.hillock.lab.comparison.Anchors;
import org.hillock.lab.comparison.Compared;
import org.hillock.lab.comparison.Comparison;
import org.hillock.lab.comparison.Raster;
import org.hillock.report.figure.Dash;
import org.hillock.report.figure.DotFigure;
import org.hillock.report.figure.ExamplesFigure;
import org.hillock.report.figure.LinesFigure;
import org.hillock.report.figure.NetworkFigure;
import org.hillock.report.figure.RasterFigure;
import org.hillock.report.figure.RatesFigure;
import org.hillock.report.figure.ReceptiveFieldsFigure;
import org.hillock.report.figure.SizeFigure;
import org.hillock.report.json.ComparisonJson;
import org.hillock.report.text.NumberText;
import org.hillock.report.text.ValueText;

/**
 * All figures of a comparison, each made once for the page and for its files.
 *
 * @param places where each network lies on each axis, between anchors
 * @param accuracy of each network beside the baselines; empty where none decides
 * @param size of each network beside brains
 * @param networks a drawing of each, in order
 * @param fields what its neurons learned to wait for, by name of the network; of networks whose
 *     neurons vote
 * @param axes figures of each axis, by its id; an axis has its dots and its curves
 * @param representations how alike populations hold images apart; empty where that was not measured
 * @param examples images with the answers; empty where the comparison has none
 * @param spikes raster and rates by name of the network
 */
public record ComparisonFigures(
    ReportFigure places,
    Optional<ReportFigure> accuracy,
    ReportFigure size,
    List<ReportFigure> networks,
    Map<String, ReportFigure> fields,
    Map<String, List<ReportFigure>> axes,
    List<ReportFigure> representations,
    Optional<ReportFigure> examples,
    Map<String, List<ReportFigure>> spikes) {

  public static ComparisonFigures of(Comparison comparison) {
    FileNames names = new FileNames();
    Optional<ReportFigure> accuracy =
        comparison.data().map(data -> accuracy(comparison, data, names));
    ReportFigure size = size(comparison, names);
    List<ReportFigure> drawings = new ArrayList<>();
    for (Compared n : comparison.networks()) {
      drawings.add(
          new ReportFigure(
              names.unique("network-" + n.name()),
              "Boxes are populations, arrows are projections with their number of synapses; dashed ones"
                  + " lead back.",
              new NetworkFigure(n.network())));
    }
    Map<String, ReportFigure> fields = new LinkedHashMap<>();
    for (Compared n : comparison.networks()) {
      ReceptiveFieldsFigure.of(n.network())
          .ifPresent(figure ->
              fields.put(
                  n.name(),
                  new ReportFigure(
                      names.unique("fields-" + n.name()),
                      "What its neurons learned to wait for: each picture is the weights from the"
                          + " pixels to one neuron, each row the neurons of one label.",
                      figure)));
    }
    Map<String, List<ReportFigure>> axes = new LinkedHashMap<>();
    for (AxisDefinition axis : comparison.axes()) {
      List<ReportFigure> figures = new ArrayList<>();
      if (comparison.networks().stream().anyMatch(n -> measured(n, axis).isPresent())) {
        figures.add(dots(comparison, axis, names));
      }
      figures.addAll(curves(comparison, axis, names));
      axes.put(axis.id(), figures);
    }
    return new ComparisonFigures(
        ComparisonPlaces.of(comparison, Anchors.shipped(), names.unique("places")),
        accuracy,
        size,
        drawings,
        fields,
        axes,
        comparison.representations().map(RepresentationFigures::of).orElse(List.of()),
        examples(comparison, names),
        spikes(comparison, names));
  }

  /** Every figure, in the order of the page. */
  public List<ReportFigure> all() {
    List<ReportFigure> all = new ArrayList<>(List.of(places));
    all.addAll(networks);
    all.addAll(fields.values());
    accuracy.ifPresent(all::add);
    all.add(size);
    axes.values().forEach(all::addAll);
    all.addAll(representations);
    examples.ifPresent(all::add);
    spikes.values().forEach(all::addAll);
    return all;
  }

  /** Names that every file system takes, each once. */
  private static final class FileNames {
    private final Set<String> taken = new HashSet<>();

    String unique(String wanted) {
      String plain =
          wanted.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
      String base = plain.substring(0, Math.min(60, plain.length()));
      String name = base;
      for (int i = 2; !taken.add(name); i++) {
        name = base + "-" + i;
      }
      return name;
    }
  }

  private static Optional<Measured> measured(Compared network, AxisDefinition axis) {
    return network.axes().get(axis.id()) instanceof Measured m ? Optional.of(m) : Optional.empty();
  }

  private static ReportFigure accuracy(
      Comparison comparison, Comparison.DataSummary data, FileNames names) {
    List<DotFigure.Row> rows = new ArrayList<>();
    for (int i = 0; i < comparison.networks().size(); i++) {
      String name = comparison.networks().get(i).name();
      Optional<Accuracy> share = comparison.networks().get(i).accuracy();
      if (share.isEmpty()) {
        rows.add(new DotFigure.Row(name, i, Optional.empty(), "decides nothing"));
        continue;
      }
      Accuracy a = share.get();
      DotFigure.Dot dot =
          new DotFigure.Dot(
              a.mean(),
              Math.max(0, a.mean() - a.sd()),
              Math.min(1, a.mean() + a.sd()),
              a.bySplit().size() > 1 ? a.bySplit() : List.of());
      rows.add(new DotFigure.Row(name, i, Optional.of(dot), ValueText.accuracy(a)));
    }
    List<DotFigure.Reference> references =
        comparison.baselines().stream()
            .map(b ->
                new DotFigure.Reference(
                    b.name() + " " + NumberText.percentAligned(b.accuracy().mean()),
                    b.accuracy().mean()))
            .toList();
    String splits =
        data.splits() > 1
            ? "The dot is the mean over "
                + data.splits()
                + " splits, the bar one standard deviation to each side, the small strokes the"
                + " single splits."
            : "The dot is the share of right answers.";
    return new ReportFigure(
        names.unique("accuracy"),
        splits + " Dashed lines are the baselines.",
        new DotFigure(
            "Accuracy of each network",
            described(rows),
            "right answers on test images (%)",
            AxisDefinition.Scale.SHARE,
            rows,
            references));
  }

  private static ReportFigure size(Comparison comparison, FileNames names) {
    List<SizeFigure.Sized> sized =
        comparison.networks().stream()
            .map(n ->
                new SizeFigure.Sized(
                    n.name(),
                    Amount.of(n.network().neurons()),
                    Amount.of(ComparisonJson.synapses(n.network()))))
            .toList();
    return new ReportFigure(
        names.unique("sizes"), "Each step to the right is ten times more.", new SizeFigure(sized));
  }

  private static ReportFigure dots(Comparison comparison, AxisDefinition axis, FileNames names) {
    List<DotFigure.Row> rows = new ArrayList<>();
    Set<String> units = new LinkedHashSet<>();
    Set<String> meanings = new LinkedHashSet<>();
    List<String> exact = new ArrayList<>();
    for (int i = 0; i < comparison.networks().size(); i++) {
      Compared network = comparison.networks().get(i);
      Optional<Measured> m = measured(network, axis);
      m.ifPresent(v -> units.add(v.unit()));
      m.flatMap(Measured::interval).ifPresent(v -> meanings.add(v.meaning()));
      m.filter(Measured::exact).ifPresent(v -> exact.add(network.name()));
      String text = m.map(v -> ValueText.value(v, axis)).orElse("");
      rows.add(new DotFigure.Row(network.name(), i, m.map(ComparisonFigures::dot), text));
    }
    String caption =
        meanings.isEmpty()
            ? "One mark for each network."
            : "One mark for each network; bars: " + String.join("; ", meanings) + ".";
    String counted =
        exact.isEmpty() ? "" : " Counted, so without a bar: " + String.join(", ", exact) + ".";
    String mixed =
        units.size() > 1 ? " Two units share this axis; each value stands with its own." : "";
    return new ReportFigure(
        names.unique(axis.id()),
        caption + counted + mixed,
        new DotFigure(
            axis.title() + " of each network",
            described(rows),
            axis.measures() + " (" + unit(axis, units) + ")",
            axis.scale(),
            rows,
            List.of()));
  }

  private static DotFigure.Dot dot(Measured m) {
    return m.interval()
        .map(i -> new DotFigure.Dot(m.value(), i.low(), i.high(), List.of()))
        .orElseGet(() -> new DotFigure.Dot(m.value(), m.value(), m.value(), List.of()));
  }

  private static String unit(AxisDefinition axis, Set<String> units) {
    if (axis.scale() == AxisDefinition.Scale.SHARE && units.equals(Set.of(ValueText.PLAIN))) {
      return "%";
    }
    return String.join(
        " or ", units.stream().map(u -> u.equals(ValueText.PLAIN) ? "plain number" : u).toList());
  }

  private static String described(List<DotFigure.Row> rows) {
    return String.join(
        "; ",
        rows.stream()
            .map(r -> r.name() + " " + (r.dot().isPresent() ? r.text() : "not defined"))
            .toList());
  }

  /** Curves that share both axes go into one figure. */
  private static List<ReportFigure> curves(
      Comparison comparison, AxisDefinition axis, FileNames names) {
    Map<List<String>, List<LinesFigure.Curve>> groups = new LinkedHashMap<>();
    Map<List<String>, Set<String>> curveNames = new LinkedHashMap<>();
    Map<List<String>, Set<String>> bands = new LinkedHashMap<>();
    forEachSeries(
        comparison,
        axis,
        (i, s) ->
            curveNames
                .computeIfAbsent(List.of(s.xLabel(), s.yLabel()), k -> new LinkedHashSet<>())
                .add(s.name()));
    forEachSeries(
        comparison,
        axis,
        (i, s) -> {
          List<String> key = List.of(s.xLabel(), s.yLabel());
          List<String> known = List.copyOf(curveNames.getOrDefault(key, Set.of()));
          String network = comparison.networks().get(i).name();
          String name = known.size() > 1 ? network + ": " + s.name() : network;
          Dash dash = Dash.of(known.size() > 1 ? known.indexOf(s.name()) : i);
          groups.computeIfAbsent(key, k -> new ArrayList<>()).add(curve(name, i, dash, s));
          s.band()
              .ifPresent(
                  b -> bands.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(b.meaning()));
        });
    List<ReportFigure> figures = new ArrayList<>();
    groups.forEach((key, curves) -> {
      String shown = String.join(", ", curveNames.getOrDefault(key, Set.of()));
      String title = axis.title() + ": " + shown;
      figures.add(
          new ReportFigure(
              names.unique(axis.id() + "-curves"),
              title + shades(bands.getOrDefault(key, Set.of())),
              new LinesFigure(
                  title,
                  key.get(1) + " against " + key.get(0) + " for " + curves.size() + " curves",
                  key.get(0),
                  key.get(1),
                  curves)));
    });
    return figures;
  }

  private static LinesFigure.Curve curve(String name, int number, Dash dash, Series s) {
    return s.band()
        .map(b -> new LinesFigure.Curve(name, number, dash, s.x(), s.y(), b.low(), b.high()))
        .orElseGet(() -> new LinesFigure.Curve(name, number, dash, s.x(), s.y()));
  }

  private static String shades(Set<String> meanings) {
    return meanings.isEmpty() ? "" : ". Shades: " + String.join("; ", meanings) + ".";
  }

  private static void forEachSeries(
      Comparison comparison,
      AxisDefinition axis,
      java.util.function.BiConsumer<Integer, Series> to) {
    for (int i = 0; i < comparison.networks().size(); i++) {
      Measurement m = comparison.networks().get(i).axes().get(axis.id());
      if (m instanceof Measured measured) {
        for (Series series : measured.series()) {
          to.accept(i, series);
        }
      }
    }
  }

  private static Optional<ReportFigure> examples(Comparison comparison, FileNames names) {
    if (comparison.examples().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ReportFigure(
            names.unique("examples"),
            "A tick: the network's answer is right. A cross: it is wrong.",
            new ExamplesFigure(
                comparison.examples(),
                comparison.networks().stream().map(Compared::name).toList())));
  }

  private static Map<String, List<ReportFigure>> spikes(Comparison comparison, FileNames names) {
    Map<String, List<ReportFigure>> spikes = new LinkedHashMap<>();
    for (Compared network : comparison.networks()) {
      network
          .raster()
          .filter(r -> !r.lanes().isEmpty())
          .ifPresent(r -> spikes.put(network.name(), spikes(network.name(), r, names)));
    }
    return spikes;
  }

  private static List<ReportFigure> spikes(String network, Raster r, FileNames names) {
    return List.of(
        new ReportFigure(
            names.unique("raster-" + network),
            "Each row is a neuron, each stroke a spike. The image was a "
                + r.label()
                + ", the network said "
                + r.answer()
                + ".",
            RasterFigure.of(r.lanes(), r.fromMs(), r.toMs())),
        new ReportFigure(
            names.unique("rates-" + network),
            "The same spikes, counted: how often the neurons of each population fire.",
            RatesFigure.of(r.lanes(), r.fromMs(), r.toMs())));
  }
}
