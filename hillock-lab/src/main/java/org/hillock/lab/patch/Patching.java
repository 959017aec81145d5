package org.hillock.lab.patch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Silence.Scope;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.Cue;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;
import org.hillock.lab.bench.Runs;
import org.hillock.lab.bench.SpikeTrains;
import org.hillock.lab.wiring.PlayedBack;

/**
 * Activation patching: a network runs on input A, but some neurons do what they do under input B.
 * What then becomes of the target says what these neurons carry of the difference (Vig et al. 2020,
 * arXiv:2004.12265; Meng et al. 2022, arXiv:2202.05262).
 *
 * <p>The values of neurons without time are put in place, in each pass those that they had then.
 * Neurons that spike are silenced, and doubles fire their spikes of run B instead, through the same
 * synapses ({@link PlayedBack}).
 *
 * @param a the run that is changed
 * @param b the run that activity is taken from; it differs from {@code a} in what is shown, done or
 *     drawn
 */
public record Patching(Experiment a, Experiment b) {

  public Patching {
    if (!a.subject().equals(b.subject())) {
      throw new IllegalArgumentException("runs of two networks");
    }
    if (a.length() != b.length()) {
      throw new IllegalArgumentException("runs of different length");
    }
  }

  /**
   * Patches each of several sites by itself.
   *
   * @param sites each of one population
   * @param target what is measured; empty: how much more the answer under B is favoured over that
   *     under A
   * @throws UsageException where a site is unknown or cannot be patched
   */
  public CausalMap map(List<SiteRef> sites, Optional<SiteRef> target, Progress progress) {
    return a.subject().timed()
        ? new InSpikes(sites).map(target, progress)
        : inValues(sites, target, progress);
  }

  private CausalMap inValues(List<SiteRef> sites, Optional<SiteRef> wanted, Progress progress) {
    try (Runs runs = new Runs(a)) {
      Target target = target(runs, wanted);
      Activity first = runs.run(a);
      Activity second = runs.run(b);
      Sweep sweep = new Sweep(target, first, second);
      for (SiteRef ref : sites) {
        Site site = runs.session().bind(ref);
        List<double[]> there = runs.course(b, ref);
        List<double[]> here = runs.course(a, ref);
        sweep.patched(
            ref,
            site,
            differing(there, here),
            runs.passByPass(
                a,
                pass ->
                    List.of(
                        new Intervention.Patch(ref, Numbers.of(there.get(pass)), Window.ALWAYS))));
        progress.report((double) sweep.patches.size() / sites.size(), "patching");
        if (progress.stopped()) {
          break;
        }
      }
      return sweep.map(runs.count());
    }
  }

  private Target target(Runs runs, Optional<SiteRef> wanted) {
    return wanted
        .map(site -> Target.of(runs.session(), site))
        .orElseGet(() -> Target.ofAnswers(runs, a, b));
  }

  /** Neurons that differ in any pass. */
  private static int differing(List<double[]> there, List<double[]> here) {
    int count = 0;
    for (int k = 0; k < there.getFirst().length; k++) {
      int neuron = k;
      boolean differs =
          IntStream.range(0, there.size())
              .anyMatch(pass -> there.get(pass)[neuron] != here.get(pass)[neuron]);
      count += differs ? 1 : 0;
    }
    return count;
  }

  /** What was found so far. */
  private static final class Sweep {
    private final Target target;
    private final double inA;
    private final double inB;
    private final String unit;
    private final List<CausalMap.Patch> patches = new ArrayList<>();

    Sweep(Target target, Activity first, Activity second) {
      this.target = target;
      inA = target.in(first);
      inB = target.in(second);
      unit = target.sums() ? "" : first.unit(target.population());
    }

    void patched(SiteRef ref, Site site, int differing, Activity run) {
      double value = target.in(run);
      patches.add(
          new CausalMap.Patch(
              ref.toString(),
              site.population().name(),
              site.neurons().toArray(),
              differing,
              value,
              inA == inB ? Double.NaN : (value - inA) / (inB - inA)));
    }

    CausalMap map(int runs) {
      return new CausalMap(target.told(), unit, inA, inB, patches, runs);
    }
  }

  /** The same for a network in time. */
  private final class InSpikes {
    private final List<SiteRef> sites;
    private final Experiment doubled;

    InSpikes(List<SiteRef> sites) {
      this.sites = sites;
      Network network = a.subject().described().orElseThrow();
      Set<String> played = new LinkedHashSet<>();
      for (SiteRef ref : sites) {
        Population population = Site.bind(network, ref).population();
        if (population.model().family() == NeuronModel.Family.RATE) {
          throw new UsageException(
              "site '"
                  + ref
                  + "': its neurons speak in numbers while time goes on; only spikes of another run"
                  + " can be put into this one");
        }
        played.add(population.name());
      }
      doubled = a.on(Openable.of(PlayedBack.of(network, List.copyOf(played))));
    }

    CausalMap map(Optional<SiteRef> wanted, Progress progress) {
      Experiment other = b.on(doubled.subject());
      try (Runs runs = new Runs(doubled)) {
        Target target =
            wanted
                .map(site -> Target.of(runs.session(), site))
                .orElseGet(() -> Target.ofAnswers(runs, doubled, other));
        Activity first = runs.run(doubled);
        Activity second = runs.run(other);
        Sweep sweep = new Sweep(target, first, second);
        for (SiteRef ref : sites) {
          Site site = runs.session().bind(ref);
          sweep.patched(ref, site, differing(site, first, second), run(runs, site, second));
          progress.report((double) sweep.patches.size() / sites.size(), "patching");
          if (progress.stopped()) {
            break;
          }
        }
        return sweep.map(runs.count());
      }
    }

    private Activity run(Runs runs, Site site, Activity second) {
      String name = site.population().name();
      SpikeTrains trains = second.spikes(name).orElseThrow();
      boolean[] chosen = new boolean[trains.neurons()];
      for (int n : site.neurons().toArray()) {
        chosen[n] = true;
      }
      List<Numbers> played = new ArrayList<>();
      for (int n = 0; n < chosen.length; n++) {
        played.add(chosen[n] ? Numbers.of(trains.of(n)) : Numbers.of());
      }
      List<Cue> cues = new ArrayList<>(doubled.cues());
      cues.add(new Cue(0, new Stimulus.SpikeTrains(PlayedBack.doubleOf(name), played)));
      return runs.run(
          doubled
              .showing(cues)
              .with(new Intervention.Silence(site.ref(), Scope.OUTPUTS, Window.ALWAYS)));
    }

    private static int differing(Site site, Activity first, Activity second) {
      String name = site.population().name();
      SpikeTrains here = first.spikes(name).orElseThrow();
      SpikeTrains there = second.spikes(name).orElseThrow();
      int count = 0;
      for (int n : site.neurons().toArray()) {
        count += Arrays.equals(here.of(n), there.of(n)) ? 0 : 1;
      }
      return count;
    }
  }
}
