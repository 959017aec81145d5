package org.hillock.spiking.lowered;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.hillock.core.network.Indices;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.spiking.modulation.Hand;

/** The interventions that were applied, and which of them hold in a step. */
public final class Interventions {

  private final Network network;
  private final TimeGrid grid;
  private final Map<String, Effects> effects;
  private final Set<String> lesioned = new HashSet<>();
  private final List<Applied> applied = new ArrayList<>();
  private boolean stale;
  private long nextChange = Long.MAX_VALUE;

  /**
   * None yet.
   *
   * @param effects of each population by name, and of each {@linkplain Modulation#effects
   *     modulator}, written by {@link #refresh}
   */
  public Interventions(Network network, TimeGrid grid, Map<String, Effects> effects) {
    this.network = network;
    this.grid = grid;
    this.effects = effects;
  }

  /** What one does in the steps from {@code from} to before {@code to}. */
  private record Applied(long from, long to, Runnable act) {}

  /**
   * Adds one.
   *
   * @throws UsageException where it cannot act on its site, or its window covers no step
   */
  public void apply(Intervention intervention) {
    Intervention.Window window = intervention.window();
    long from = grid.nearest("window: start", window.fromMs());
    long to = grid.nearest("window: end", window.toMs());
    if (from == to) {
      throw new UsageException(
          "window "
              + window.fromMs()
              + "..."
              + window.toMs()
              + " ms covers no step of "
              + grid.stepMs()
              + " ms");
    }
    Runnable act =
        switch (intervention) {
          case Intervention.Silence silence -> silence(silence);
          case Intervention.Clamp clamp -> {
            Site site = holdable(clamp.site());
            if (site.modulator().isPresent()) {
              Hand.checkClamp(site, clamp.value());
            }
            double[] values = new double[site.neurons().size()];
            java.util.Arrays.fill(values, clamp.value());
            yield hold(site, values);
          }
          case Intervention.Patch patch -> patch(patch);
          case Intervention.Stimulate stimulate -> stimulate(stimulate);
          case Intervention.Lesion lesion -> lesion(lesion);
        };
    applied.add(new Applied(from, to, act));
    stale = true;
  }

  /** Ends them all. */
  public void clear() {
    applied.clear();
    stale = true;
  }

  /** Time has gone back to 0. */
  public void restart() {
    stale = true;
  }

  /** Whether what holds in step {@code n} may differ from what held before. */
  public boolean changeAt(long n) {
    return stale || n >= nextChange;
  }

  /** Makes the effects those of step {@code n}. */
  public void refresh(long n) {
    effects.values().forEach(Effects::clear);
    lesioned.clear();
    stale = false;
    nextChange = Long.MAX_VALUE;
    for (Applied one : applied) {
      if (n >= one.from && n < one.to) {
        one.act.run();
      }
      nextChange = n < one.from ? Math.min(nextChange, one.from) : nextChange;
      nextChange = n < one.to ? Math.min(nextChange, one.to) : nextChange;
    }
  }

  /** The first step after {@code n} in which something else may hold; Long.MAX_VALUE for never. */
  public long nextChange(long n) {
    return changeAt(n) ? n : nextChange;
  }

  /** The projections that are lesioned, as of the last refresh. */
  public Set<String> lesioned() {
    return lesioned;
  }

  private Runnable silence(Intervention.Silence silence) {
    Site site = Site.bind(network, silence.site());
    if (silence.scope() == Intervention.Silence.Scope.INPUTS
        && !site.population().model().takesSynapses()) {
      throw new UsageException(
          "site '"
              + silence.site()
              + "': neurons of model '"
              + site.population().neuron()
              + "' take no synapses, so they have no inputs to silence");
    }
    Effects those = effects(site);
    return switch (silence.scope()) {
      case OUTPUTS -> each(site, i -> those.outputsSilent[i] = true);
      case INPUTS -> each(site, i -> those.inputsSilent[i] = true);
      case BOTH ->
          each(
              site,
              i -> {
                those.outputsSilent[i] = true;
                those.inputsSilent[i] = true;
              });
    };
  }

  private Runnable patch(Intervention.Patch patch) {
    Site site = holdable(patch.site());
    if (site.modulator().isPresent()) {
      throw new UsageException("site '" + patch.site() + "': a level is held by a clamp");
    }
    if (patch.values().size() != site.neurons().size()) {
      throw new UsageException(
          "site '"
              + patch.site()
              + "': "
              + patch.values().size()
              + " values for "
              + site.neurons().size()
              + " neurons");
    }
    return hold(site, patch.values().toArray());
  }

  private Runnable hold(Site site, double[] values) {
    Indices neurons = site.neurons();
    return () -> {
      Effects those = at(site);
      for (int k = 0; k < values.length; k++) {
        those.held[neurons.get(k)] = true;
        those.heldAt[neurons.get(k)] = values[k];
      }
    };
  }

  private Runnable stimulate(Intervention.Stimulate stimulate) {
    Site site = Site.find(network, stimulate.site());
    if (site.modulator().isPresent()) {
      Hand.checkStimulus(network, site);
    } else if (site.population().model().biasDimension().isEmpty()) {
      throw new UsageException(
          "site '"
              + stimulate.site()
              + "': neurons of model '"
              + site.population().neuron()
              + "' have no sum that a stimulus could add to");
    }
    if (site.population().model().cell().isPresent()) {
      holdable(stimulate.site().variable().isEmpty() ? potential(site) : stimulate.site());
    }
    return each(site, i -> at(site).stimulus[i] += stimulate.amount());
  }

  private static SiteRef potential(Site site) {
    SiteRef ref = site.ref();
    return ref.withVariable(java.util.Optional.of("v"));
  }

  /** Where the effects on a site are noted: of cells with parts, on each of their places apart. */
  private Effects at(Site site) {
    Effects whole = effects(site);
    String variable = site.variable().name();
    return variable.endsWith(".v") ? whole.at(variable) : whole;
  }

  private Runnable lesion(Intervention.Lesion lesion) {
    String projection = network.projection(lesion.projection()).name();
    return () -> lesioned.add(projection);
  }

  /** A site whose variable can be held. */
  private Site holdable(SiteRef ref) {
    Site site = Site.find(network, ref);
    if (site.modulator().isPresent()) {
      return site;
    }
    boolean graded = site.population().model().family() == NeuronModel.Family.RATE;
    String can = graded ? "value" : "v";
    boolean parted =
        site.population().model().cell().isPresent() && site.variable().name().endsWith(".v");
    if (!parted && !site.variable().name().equals(can)) {
      boolean any = site.population().model().variable(can).isPresent();
      throw new UsageException(
          "site '"
              + ref
              + "': '"
              + site.variable().name()
              + "' cannot be held; of neurons of model '"
              + site.population().neuron()
              + (any ? "' only '" + can + "' can" : "' nothing can"));
    }
    return site;
  }

  private Effects effects(Site site) {
    String owner = site.modulator().map(Modulation::owner).orElse(site.population().name());
    return Objects.requireNonNull(effects.get(owner));
  }

  private static Runnable each(Site site, Consumer<Integer> act) {
    int[] neurons = site.neurons().toArray();
    return () -> {
      for (int i : neurons) {
        act.accept(i);
      }
    };
  }
}
