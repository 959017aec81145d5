package org.hillock.spiking.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongToDoubleFunction;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.jspecify.annotations.Nullable;

/** A neuron with what a ledger had kept of it at a moment; the ledger may go on. */
public final class CutNeuron implements IsolatedNeuron {

  private final SiteRef site;
  private final String unit;
  private final Ledger ledger;
  private final long end;
  private final Membrane.Explained what;
  private final LongToDoubleFunction timeMs;
  private final OwnTerms own;
  private final List<Term> terms;

  /** By lane the place of its first term. */
  private final int[] first;

  private final double[] ones;
  private final double value;
  private final double output;
  private final OptionalDouble threshold;
  private @Nullable Optional<double[]> contributions;

  /**
   * Cuts it out as of the end of the step before {@code end}.
   *
   * @param site with the variable that is explained
   * @param modulators that act on it, in the order of their levels
   */
  public CutNeuron(
      SiteRef site,
      String unit,
      Ledger ledger,
      long end,
      List<String> modulators,
      LongToDoubleFunction timeMs) {
    this.site = site;
    this.unit = unit;
    this.ledger = ledger;
    this.end = end;
    this.timeMs = timeMs;
    what = new Membrane.Explained(site.variable().orElseThrow());
    own = new OwnTerms(ledger, end, what, modulators, timeMs);
    List<Term> all = new ArrayList<>(own.terms);
    first = new int[ledger.lanes().size()];
    for (int lane = 0; lane < first.length; lane++) {
      first[lane] = all.size();
      ledger.lanes().get(lane).tell(end, timeMs, all);
    }
    terms = List.copyOf(all);
    ones = new double[terms.size()];
    Arrays.fill(ones, 1);
    List<Long> none = new ArrayList<>();
    Membrane.Walk walk = walked(ones, false, none);
    value = walk.value();
    output = ledger.fired(end - 1) ? 1 : walk.output();
    threshold = walk.threshold();
  }

  @Override
  public SiteRef site() {
    return site;
  }

  @Override
  public String unit() {
    return unit;
  }

  @Override
  public double atMs() {
    return timeMs.applyAsDouble(end);
  }

  @Override
  public double value() {
    return value;
  }

  @Override
  public double output() {
    return output;
  }

  @Override
  public Optional<Double> threshold() {
    return threshold.isPresent() ? Optional.of(threshold.getAsDouble()) : Optional.empty();
  }

  @Override
  public List<Term> terms() {
    return terms;
  }

  /** Walks from the beginning to the end. */
  private Membrane.Walk walked(double[] factors, boolean free, List<Long> spikes) {
    if (factors.length != terms.size()) {
      throw new IllegalArgumentException(
          factors.length + " factors for " + terms.size() + " terms");
    }
    Membrane membrane = ledger.membrane();
    Membrane.Walk walk = membrane.walk(what, own.share(factors));
    Surroundings[] around = own.around(factors);
    List<Lane.Replay> replays = new ArrayList<>();
    for (int lane = 0; lane < first.length; lane++) {
      replays.add(ledger.lanes().get(lane).replay(factors, first[lane], end));
    }
    double[] sums = new double[membrane.slots()];
    for (long n = ledger.begin(); n < end; n++) {
      Arrays.fill(sums, 0);
      for (Lane.Replay replay : replays) {
        replay.bring(n, sums, walk::state);
      }
      Membrane.Firing firing =
          free
              ? Membrane.Firing.BY_ITSELF
              : n < end - 1 && ledger.fired(n) ? Membrane.Firing.NOW : Membrane.Firing.NOT_NOW;
      if (walk.step(n, sums, around[ledger.stretchOf(n)], firing)) {
        spikes.add(n + 1);
      }
    }
    return walk;
  }

  @Override
  public double play(double[] factors) {
    double played = walked(factors, false, new ArrayList<>()).value();
    double rest = OwnTerms.factor(factors, own.rest);
    return rest == 1 ? played : played - (1 - rest) * atRest();
  }

  /** What it would be with nothing but itself. */
  private double atRest() {
    return walked(new double[terms.size()], false, new ArrayList<>()).value();
  }

  @Override
  public double[] respond(double[] factors) {
    List<Long> spikes = new ArrayList<>();
    Membrane.Walk walk = walked(factors, true, spikes);
    if (!ledger.membrane().fires()) {
      return new double[] {walk.output()};
    }
    return spikes.stream().mapToDouble(timeMs::applyAsDouble).toArray();
  }

  @Override
  public Optional<double[]> contributions() {
    Optional<double[]> known = contributions;
    if (known == null) {
      known = contribute();
      contributions = known;
    }
    return known.map(double[]::clone);
  }

  private Optional<double[]> contribute() {
    if (ledger.lanes().stream()
        .anyMatch(lane -> lane instanceof CouplingLane && lane.count(end) > 0)) {
      return Optional.empty();
    }
    double[] resting = ones.clone();
    for (int m : own.modulator) {
      if (m >= 0) {
        resting[m] = 0;
      }
    }
    Surroundings[] around = own.around(resting);
    Optional<Slopes> slopes = ledger.membrane().slopes(what, new Kept(around));
    return slopes.map(s -> {
      double[] all = new double[terms.size()];
      for (int lane = 0; lane < first.length; lane++) {
        ledger.lanes().get(lane).contribute(s, all, first[lane]);
      }
      contributeOwn(s, around, all);
      return all;
    });
  }

  private void contributeOwn(Slopes slopes, Surroundings[] around, double[] into) {
    put(into, own.history, slopes.history());
    put(into, own.noise, slopes.noise());
    put(into, own.held, slopes.held());
    for (long n = ledger.begin(); n < end; n++) {
      double push = slopes.pushing()[(int) (n - ledger.begin())];
      put(into, own.bias, push * ledger.membrane().bias());
      int stretch = ledger.stretchOf(n);
      put(into, own.stimulus[stretch], push * around[stretch].stimulus());
      for (Surroundings.AtPlace place : around[stretch].places()) {
        double[] there = slopes.places().get(place.site());
        if (there != null) {
          double each = there[(int) (n - ledger.begin())];
          put(into, own.stimulus[stretch], each * place.stimulus());
        }
      }
    }
    put(into, own.rest, atRest());
    modulate(into);
  }

  private static void put(double[] into, int term, double more) {
    if (term >= 0) {
      into[term] += more;
    }
  }

  /**
   * What each modulator makes of the rest: what is lost when it goes back to rest. Several multiply
   * each other, so the mean is taken of letting them go in their order and the other way round.
   */
  private void modulate(double[] into) {
    for (boolean forwards : new boolean[] {true, false}) {
      double[] factors = ones.clone();
      double with = value;
      for (int k = 0; k < own.modulator.length; k++) {
        int m = own.modulator[forwards ? k : own.modulator.length - 1 - k];
        if (m >= 0) {
          factors[m] = 0;
          double without = play(factors);
          into[m] += (with - without) / 2;
          with = without;
        }
      }
    }
  }

  /** The steps that were kept, with given surroundings. */
  private final class Kept implements Membrane.Window {
    private final Surroundings[] around;

    Kept(Surroundings[] around) {
      this.around = around;
    }

    @Override
    public long begin() {
      return ledger.begin();
    }

    @Override
    public long end() {
      return end;
    }

    @Override
    public Surroundings around(long n) {
      return around[ledger.stretchOf(n)];
    }

    @Override
    public boolean fires(long n) {
      return ledger.fired(n);
    }
  }
}
