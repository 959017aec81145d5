package org.hillock.report.json;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hillock.lab.analysis.Analysis;
import org.hillock.lab.analysis.ClassTuning;
import org.hillock.lab.analysis.PhasePlane;
import org.hillock.lab.analysis.PopulationSigns;
import org.hillock.lab.analysis.ReceptiveField;
import org.hillock.lab.analysis.Spectrum;
import org.hillock.lab.analysis.Trials;
import org.hillock.lab.analysis.Tuning;
import org.jspecify.annotations.Nullable;

/** First numbers about a network as JSON; what is not a number is null. */
public final class AnalysisJson {

  private AnalysisJson() {}

  /**
   * The facts.
   *
   * @param spectra whether those of populations are told in full
   */
  public static Map<String, @Nullable Object> of(Analysis analysis, boolean spectra) {
    Tree root = new Tree();
    root.put("network", analysis.network());
    root.put("lengthMs", analysis.lengthMs());
    root.put("fromMs", analysis.fromMs());
    root.put("populations", analysis.populations().stream().map(p -> signs(p, spectra)).toList());
    analysis.trials().ifPresent(t -> root.put("trials", trials(t)));
    analysis
        .curve()
        .ifPresent(c ->
            root.put(
                "curve",
                new Tree()
                    .put("site", c.site().toString())
                    .put("amountUnit", c.amountUnit())
                    .put("amounts", c.amounts())
                    .put("responseUnit", c.responseUnit())
                    .put("responses", c.responses())
                    .put("least", c.least())
                    .put("gain", c.gain())));
    analysis.plane().ifPresent(p -> root.put("plane", plane(p)));
    analysis
        .tuning()
        .ifPresent(t ->
            root.put(
                "tuning",
                new Tree()
                    .put("images", t.images())
                    .put("classes", t.classes())
                    .put(
                        "populations",
                        t.populations().stream().map(p -> tuned(p, t.classes())).toList())));
    analysis
        .fields()
        .ifPresent(f ->
            root.put(
                "fields",
                new Tree()
                    .put("site", f.site().toString())
                    .put("door", f.door())
                    .put("images", f.images())
                    .put("height", f.height())
                    .put("width", f.width())
                    .put("neurons", f.neurons().stream().map(AnalysisJson::field).toList())));
    return root.map();
  }

  private static Tree signs(PopulationSigns p, boolean spectra) {
    Tree tree =
        new Tree()
            .put("population", p.population())
            .put("neurons", p.neurons())
            .put("unit", p.unit())
            .put("mean", p.mean())
            .put("deviation", p.deviation())
            .put("active", p.active());
    if (p.spiking()) {
      tree.put("cv", p.cv())
          .put("cv2", p.cv2())
          .put("lv", p.lv())
          .put("fano", p.fano())
          .put("chi", p.chi())
          .put("correlation", p.correlation())
          .put("dominantHz", p.dominantHz());
      p.spectrum().filter(_ -> spectra).ifPresent(s -> tree.put("spectrum", spectrum(s)));
    }
    return tree;
  }

  private static Tree spectrum(Spectrum spectrum) {
    return new Tree()
        .put("frequencyHz", spectrum.frequencyHz())
        .put("powerHz2PerHz", spectrum.power());
  }

  private static Tree trials(Trials trials) {
    List<Tree> all =
        trials.populations().stream()
            .map(p ->
                new Tree()
                    .put("population", p.population())
                    .put("fano", p.fano())
                    .put("rateDeviationHz", p.rateDeviation())
                    .put("psthHz", p.psth()))
            .toList();
    return new Tree()
        .put("trials", trials.trials())
        .put("binMs", trials.binMs())
        .put("populations", all);
  }

  private static Tree plane(PhasePlane plane) {
    Tree tree =
        new Tree()
            .put("neuron", plane.neuron().toString())
            .put("xName", plane.xName())
            .put("yName", plane.yName())
            .put("x", plane.x())
            .put("y", plane.y());
    plane
        .field()
        .ifPresent(f ->
            tree.put("xNullcline", points(f.nullcline(true)))
                .put("yNullcline", points(f.nullcline(false))));
    return tree;
  }

  private static List<Object> points(List<double[]> points) {
    return points.stream().map(p -> (Object) List.of(p[0], p[1])).toList();
  }

  private static Tree tuned(Tuning.OfPopulation p, int classes) {
    return new Tree()
        .put("population", p.population())
        .put("unit", p.unit())
        .put("meanSelectivity", p.meanSelectivity())
        .put("meanSparseness", p.meanSparseness())
        .put("meanDiscriminability", p.meanDiscriminability())
        .put(
            "preferring",
            Arrays.stream(p.preferring(classes)).boxed().map(i -> (Object) i).toList())
        .put("neurons", p.neurons().stream().map(AnalysisJson::neuron).toList());
  }

  private static Tree neuron(ClassTuning tuning) {
    return new Tree()
        .put("neuron", tuning.neuron())
        .put("preferred", tuning.preferred())
        .put("selectivity", tuning.selectivity())
        .put("sparseness", tuning.sparseness())
        .put("discriminability", tuning.discriminability())
        .put("means", tuning.means());
  }

  private static Tree field(ReceptiveField field) {
    Tree tree =
        new Tree()
            .put("neuron", field.neuron())
            .put("field", field.field())
            .put("agreement", field.agreement());
    field.weights().ifPresent(w -> tree.put("weights", w));
    return tree;
  }
}
