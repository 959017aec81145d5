package org.hillock.lab.scene.nervecell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.cell.Concentration.Side;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.Rest;
import org.hillock.lab.cell.AllOrNone;
import org.hillock.lab.cell.Conduction;
import org.hillock.lab.cell.Mixture;
import org.hillock.lab.cell.NerveCellScene;
import org.hillock.lab.cell.Refractoriness;
import org.hillock.lab.cell.Spread;
import org.hillock.lab.cell.ThreeCases;
import org.hillock.lab.cell.TravellingSpike;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;

/** What was measured on the cell, and what had to come out. */
final class CellNumbers {

  /** Potassium outside that is tried beside the usual one, in mM. */
  private static final double MORE_POTASSIUM_MM = 10;

  /** A cell that only spread charge would go up by a few mV with a current a little larger. */
  private static final double JUMP_MV = 40;

  /** A tenth of the jump: "the same spike" may vary by so much. */
  private static final double ALIKE_MV = 10;

  /** A tenth of the jump, too: no step without channels may come near it. */
  private static final double NO_JUMP_MV = 4;

  /** Of the beginning of a cable: what a cut into compartments may cost. */
  private static final double THEORY_PERCENT = 2;

  private final List<Finding> all = new ArrayList<>();
  private final NerveCellScene cell;

  /**
   * Numbers of a run.
   *
   * @param passive peaks without channels for the amounts of {@link AllOrNone}, in mV
   */
  CellNumbers(NerveCellScene cell, double[] passive) {
    this.cell = cell;
    var tree = cell.cell().morphology();
    put("cell.sections", tree.size(), "");
    put("cell.length", tree.lengthUm(), "µm");
    put("cell.celsius", cell.cell().temperature().celsius(), "°C");
    rest(cell.rest().rest());
    spike(cell.spike());
    thresholds(cell.allOrNone(), passive);
    refractory(cell.refractoriness());
    put("chronaxie", cell.strengthDuration().lapicque().chronaxieMs(), "ms");
    put("rheobase", cell.strengthDuration().lapicque().rheobasePa(), "pA");
    cases(cell.cases());
    mixture(cell.mixture());
    spread(cell.spread());
    conduction(cell.conduction());
  }

  List<Finding> all() {
    return all;
  }

  List<Claim> claims() {
    double level = TravellingSpike.LEVEL_MV;
    return List.of(
        Claim.above("jump", of("threshold.jump"), JUMP_MV),
        Claim.below("alike", of("threshold.alike"), ALIKE_MV),
        Claim.above("excitation", of("case1.peak"), level),
        Claim.below("inhibition", of("case2.peak"), level),
        Claim.above("both-little", of("case3.peak"), level),
        Claim.below("both-much", of("case4.peak"), level),
        Claim.below("passive", of("passive.jump"), NO_JUMP_MV).ofControl(),
        Claim.below("theory", of("spread.cable"), THEORY_PERCENT).ofControl());
  }

  private Finding of(String id) {
    return all.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  private void put(String id, double value, String unit) {
    all.add(new Finding(id, value, unit));
  }

  private void rest(Rest rest) {
    put("rest.potential", rest.potentialMv(), "mV");
    put("rest.potassium", rest.nernstMv(Ion.POTASSIUM), "mV");
    put("rest.sodium", rest.nernstMv(Ion.SODIUM), "mV");
    put("rest.chloride", rest.nernstMv(Ion.CHLORIDE), "mV");
    put("rest.more", MORE_POTASSIUM_MM, "mM");
    Rest moved = rest.with(Ion.POTASSIUM, Side.OUTSIDE, MORE_POTASSIUM_MM);
    put("rest.usual", rest.concentrations().of(Ion.POTASSIUM).outsideMm(), "mM");
    put("rest.moved", moved.potentialMv(), "mV");
  }

  private void spike(TravellingSpike s) {
    double[] v = s.hillock().getOrDefault("v", new double[1]);
    put("spike.weight", s.weightNs(), "nS");
    put("spike.arrival", s.arrivalMs(), "ms");
    put("spike.hillock", s.riseMs("hillock"), "ms");
    put("spike.soma", s.riseMs("soma"), "ms");
    put("spike.terminal", s.riseMs("terminal"), "ms");
    put("spike.velocity", s.velocity(), "m/s");
    put("spike.rest", v[0], "mV");
    put("spike.peak", Arrays.stream(v).max().orElse(0), "mV");
    put("spike.width", s.halfWidthMs(), "ms");
  }

  private void thresholds(AllOrNone a, double[] passive) {
    put("threshold.duration", a.durationMs(), "ms");
    put("threshold.current", a.thresholdPa(), "pA");
    put("threshold.below", a.highestBelowMv(), "mV");
    put("threshold.above", a.lowestAboveMv(), "mV");
    put("threshold.jump", a.lowestAboveMv() - a.highestBelowMv(), "mV");
    put("threshold.alike", a.highestAboveMv() - a.lowestAboveMv(), "mV");
    double largest = 0;
    for (int i = 1; i < passive.length; i++) {
      largest = Math.max(largest, passive[i] - passive[i - 1]);
    }
    put("passive.jump", largest, "mV");
  }

  private void refractory(Refractoriness r) {
    put("refractory.most", Refractoriness.MOST_TIMES, "");
    put("refractory.absolute", r.absoluteMs(), "ms");
    put("refractory.relative", r.relativeMs(), "ms");
  }

  private void cases(ThreeCases cases) {
    for (int i = 0; i < cases.cases().size(); i++) {
      put("case" + (i + 1) + ".peak", cases.cases().get(i).peakMv(), "mV");
    }
    put("case.excitation", cases.cases().get(0).excitationNs(), "nS");
    put("case.little", cases.cases().get(2).inhibitionNs(), "nS");
    put("case.much", cases.cases().get(3).inhibitionNs(), "nS");
  }

  private void mixture(Mixture m) {
    for (String place : List.of("on-path", "soma", "elsewhere")) {
      put("stops." + place, m.byPlaceNs().getOrDefault(place, Double.NaN), "nS");
    }
    double least = Double.POSITIVE_INFINITY;
    double lag = Double.NaN;
    for (int i = 0; i < m.lagsMs().length; i++) {
      // Where nothing that was tried stops the spike there is no amount.
      if (m.byLagNs()[i] < least) {
        least = m.byLagNs()[i];
        lag = m.lagsMs()[i];
      }
    }
    put("stops.lag", lag, "ms");
  }

  private void spread(Spread s) {
    int last = s.peaksMv().length - 1;
    put("spread.first", s.peaksMv()[0], "mV");
    put("spread.last", s.peaksMv()[last], "mV");
    put("spread.far", s.distancesUm()[last], "µm");
    put("spread.cable", 100 * s.farthestFromTheory(), "%");
  }

  private void conduction(Conduction c) {
    put("bare.power", Conduction.power(c.diametersUm(), c.bare()), "");
    put("myelin.power", Conduction.power(c.diametersUm(), c.myelinated()), "");
    int last = c.diametersUm().length - 1;
    put("axon.diameter", c.diametersUm()[last], "µm");
    put("bare.velocity", c.bare()[last], "m/s");
    put("myelin.velocity", c.myelinated()[last], "m/s");
  }
}
