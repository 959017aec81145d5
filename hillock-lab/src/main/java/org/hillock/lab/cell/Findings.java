package org.hillock.lab.cell;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.cell.Concentration.Side;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.Rest;

/** The numbers of a scene, each under a name. */
public final class Findings {

  /** Potassium outside that is tried beside the usual one, in mM. */
  private static final double MORE_POTASSIUM_MM = 10;

  private final List<Finding> all = new ArrayList<>();

  private Findings() {}

  /** All of them, in the order of telling. */
  public static List<Finding> of(NerveCellScene scene) {
    Findings f = new Findings();
    f.cell(scene);
    f.rest(scene.rest().rest());
    f.spike(scene.spike());
    f.thresholds(scene);
    f.cases(scene);
    f.spread(scene.spread());
    f.conduction(scene.conduction());
    return List.copyOf(f.all);
  }

  private void put(String id, double value, String unit, String meaning) {
    all.add(new Finding(id, value, unit, meaning));
  }

  private void cell(NerveCellScene scene) {
    var tree = scene.cell().morphology();
    put("cell.sections", tree.size(), "", "sections of the tree");
    put("cell.length", tree.lengthUm(), "µm", "length of all sections together");
    put("cell.area", tree.areaUm2(), "µm²", "area of the membrane");
    put("cell.celsius", scene.cell().temperature().celsius(), "°C", "temperature");
    put("cell.start", scene.cell().initialMv(), "mV", "potential at the start of every trial");
  }

  private void rest(Rest rest) {
    put("rest.potential", rest.potentialMv(), "mV", "rest by Goldman, Hodgkin and Katz");
    for (Ion ion : List.of(Ion.POTASSIUM, Ion.SODIUM, Ion.CHLORIDE)) {
      put("rest.nernst-" + ion.name(), rest.nernstMv(ion), "mV", "Nernst potential of " + ion);
    }
    Rest more = rest.with(Ion.POTASSIUM, Side.OUTSIDE, MORE_POTASSIUM_MM);
    double usual = rest.concentrations().of(Ion.POTASSIUM).outsideMm();
    put("rest.potassium", usual, "mM", "potassium outside");
    put("rest.more-potassium", MORE_POTASSIUM_MM, "mM", "more potassium outside");
    put("rest.moved", more.potentialMv(), "mV", "rest with more potassium outside");
  }

  private void spike(TravellingSpike s) {
    double[] v = s.hillock().getOrDefault("v", new double[1]);
    put("spike.weight", s.weightNs(), "nS", "peak conductance of the excitatory synapses");
    put("spike.arrival", s.arrivalMs(), "ms", "when their spike arrives");
    put("spike.rest", v[0], "mV", "potential at the hillock before");
    put("spike.peak", java.util.Arrays.stream(v).max().orElse(0), "mV", "peak at the hillock");
    put("spike.width", s.halfWidthMs(), "ms", "width of the spike at half its height");
    s.rise()
        .forEach((part, ms) ->
            put(
                "spike.at-" + part.replace(", ", "-"),
                ms,
                "ms",
                "when the potential crosses -20 mV: " + part));
    put("spike.velocity", s.velocity(), "m/s", "velocity in the trunk of the axon");
    for (String ion : List.of("sodium", "calcium")) {
      double most = java.util.Arrays.stream(s.hillock().getOrDefault(ion, v)).min().orElse(0);
      put("spike." + ion, -most, "mA/cm²", "largest inward " + ion + " current at the hillock");
    }
    double out = java.util.Arrays.stream(s.hillock().getOrDefault("potassium", v)).max().orElse(0);
    put("spike.potassium", out, "mA/cm²", "largest outward potassium current at the hillock");
  }

  private void thresholds(NerveCellScene scene) {
    AllOrNone a = scene.allOrNone();
    put("threshold.duration", a.durationMs(), "ms", "duration of the current into the soma");
    put("threshold.current", a.thresholdPa(), "pA", "least current that fires");
    put("threshold.below", a.highestBelowMv(), "mV", "highest peak in the axon below threshold");
    put("threshold.above", a.lowestAboveMv(), "mV", "lowest peak in the axon above threshold");
    put("threshold.highest", a.highestAboveMv(), "mV", "highest peak in the axon above threshold");
    Refractoriness r = scene.refractoriness();
    put("refractory.pulse", r.pulseMs(), "ms", "duration of both pulses into the hillock");
    put("refractory.first", r.restThresholdPa(), "pA", "threshold of the first pulse");
    put("refractory.most", Refractoriness.MOST_TIMES, "", "strongest second pulse, in thresholds");
    put("refractory.absolute", r.absoluteMs(), "ms", "absolute refractory period");
    put("refractory.relative", r.relativeMs(), "ms", "end of the relative refractory period");
    double least = java.util.Arrays.stream(r.ratios()).filter(x -> x > 0).min().orElse(1);
    put("refractory.least", least, "", "least second threshold over the first");
    StrengthDuration d = scene.strengthDuration();
    law("weiss", "Weiss", d.weiss());
    law("lapicque", "Lapicque", d.lapicque());
  }

  private void law(String id, String name, StrengthDuration.Law law) {
    put(id + ".rheobase", law.rheobasePa(), "pA", "rheobase by the law of " + name);
    put(id + ".chronaxie", law.chronaxieMs(), "ms", "chronaxie by the law of " + name);
    put(id + ".deviation", 100 * law.rmsShare(), "%", "deviation (RMS) of the law of " + name);
  }

  private void cases(NerveCellScene scene) {
    for (int i = 0; i < scene.cases().cases().size(); i++) {
      ThreeCases.Case c = scene.cases().cases().get(i);
      String id = "case" + (i + 1) + ".";
      put(id + "excitation", c.excitationNs(), "nS", c.name() + ": excitation");
      put(id + "inhibition", c.inhibitionNs(), "nS", c.name() + ": inhibition");
      put(id + "peak", c.peakMv(), "mV", c.name() + ": peak at the hillock");
      put(id + "fires", c.fires() ? 1 : 0, "", c.name() + ": 1 if it fires");
    }
    Mixture m = scene.mixture();
    put("mixture.excitation", m.excitationNs(), "nS", "excitation that is to be stopped");
    m.byPlaceNs()
        .forEach((place, ns) ->
            put("mixture.place-" + place, ns, "nS", "least inhibition that stops it: " + place));
    int best = 0;
    for (int i = 1; i < m.lagsMs().length; i++) {
      best = m.byLagNs()[i] < m.byLagNs()[best] ? i : best;
    }
    put("mixture.best-lag", m.lagsMs()[best], "ms", "lag of inhibition that needs least");
    put("mixture.best", m.byLagNs()[best], "nS", "what it needs");
  }

  private void spread(Spread s) {
    put("spread.first", s.peaksMv()[0], "mV", "peak above rest at the synapses, no channels");
    int last = s.peaksMv().length - 1;
    put("spread.last", s.peaksMv()[last], "mV", "peak above rest at the end of the axon");
    put("spread.far", s.distancesUm()[last], "µm", "how far that is from the synapses");
    put("spread.constant", s.lengthConstantUm(), "µm", "length constant of the branch");
    put("spread.steady", s.steadyMv()[last] / s.steadyMv()[0], "", "left of a constant potential");
    put(
        "spread.infinite",
        Math.exp(-s.distancesUm()[last] / s.lengthConstantUm()),
        "",
        "left of it in an infinite cable as thick as the branch");
    put("spread.cable-constant", s.cableConstantUm(), "µm", "length constant of the cable");
    put(
        "spread.cable",
        100 * s.farthestFromTheory(),
        "%",
        "farthest that a long cable is from exp(-x/λ), of its beginning");
  }

  private void conduction(Conduction c) {
    for (int i = 0; i < c.diametersUm().length; i++) {
      String d = c.diametersUm()[i] + " µm";
      put("bare." + c.diametersUm()[i], c.bare()[i], "m/s", "velocity without myelin, " + d);
      put("myelin." + c.diametersUm()[i], c.myelinated()[i], "m/s", "with myelin, " + d);
    }
    put("bare.power", Conduction.power(c.diametersUm(), c.bare()), "", "power of the diameter");
    put(
        "myelin.power",
        Conduction.power(c.diametersUm(), c.myelinated()),
        "",
        "power of the diameter, with myelin");
  }
}
