package org.hillock.spiking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hillock.core.network.Indices;
import org.hillock.core.network.Network;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.spiking.lowered.TimeGrid;

/** The interventions that were applied, and which of them hold in a step. */
final class Interventions {

  private final Network network;
  private final TimeGrid grid;
  private final Map<String, PopulationState> populations;
  private final Map<String, Delivery> projections;
  private final List<Applied> applied = new ArrayList<>();
  private boolean stale;
  private long nextChange = Long.MAX_VALUE;

  Interventions(
      Network network,
      TimeGrid grid,
      Map<String, PopulationState> populations,
      Map<String, Delivery> projections) {
    this.network = network;
    this.grid = grid;
    this.populations = populations;
    this.projections = projections;
  }

  /** What one does in the steps from {@code from} to before {@code to}. */
  private record Applied(long from, long to, Runnable act) {}

  /**
   * Adds one.
   *
   * @throws UsageException where it cannot act on its site, or its window covers no step
   */
  void apply(Intervention intervention) {
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

  void clear() {
    applied.clear();
    stale = true;
  }

  /** Time has gone back to 0. */
  void restart() {
    stale = true;
  }

  /** Whether what holds in step {@code n} may differ from what held before. */
  boolean changeAt(long n) {
    return stale || n >= nextChange;
  }

  /** Makes the effects those of step {@code n}. */
  void refresh(long n) {
    populations.values().forEach(p -> p.effects.clear());
    projections.values().forEach(p -> p.lesion(false));
    stale = false;
    nextChange = Long.MAX_VALUE;
    for (Applied one : applied) {
      if (n >= one.from && n < one.to) {
        one.act.run();
      }
      nextChange = n < one.from ? Math.min(nextChange, one.from) : nextChange;
      nextChange = n < one.to ? Math.min(nextChange, one.to) : nextChange;
    }
    for (PopulationState population : populations.values()) {
      if (population instanceof GradedState graded) {
        graded.interventionsChanged();
      }
    }
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
    Effects effects = effects(site);
    return switch (silence.scope()) {
      case OUTPUTS -> each(site, i -> effects.outputsSilent[i] = true);
      case INPUTS -> each(site, i -> effects.inputsSilent[i] = true);
      case BOTH ->
          each(
              site,
              i -> {
                effects.outputsSilent[i] = true;
                effects.inputsSilent[i] = true;
              });
    };
  }

  private Runnable patch(Intervention.Patch patch) {
    Site site = holdable(patch.site());
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
    Effects effects = effects(site);
    Indices neurons = site.neurons();
    return () -> {
      for (int k = 0; k < values.length; k++) {
        effects.held[neurons.get(k)] = true;
        effects.heldAt[neurons.get(k)] = values[k];
      }
    };
  }

  private Runnable stimulate(Intervention.Stimulate stimulate) {
    Site site = Site.bind(network, stimulate.site());
    if (site.population().model().biasDimension().isEmpty()) {
      throw new UsageException(
          "site '"
              + stimulate.site()
              + "': neurons of model '"
              + site.population().neuron()
              + "' have no sum that a stimulus could add to");
    }
    Effects effects = effects(site);
    return each(site, i -> effects.stimulus[i] += stimulate.amount());
  }

  private Runnable lesion(Intervention.Lesion lesion) {
    Delivery delivery = projections.get(lesion.projection());
    if (delivery == null) {
      throw new UsageException(
          "projection '"
              + lesion.projection()
              + "' is unknown; "
              + NearestName.hint(lesion.projection(), projections.keySet()));
    }
    return () -> delivery.lesion(true);
  }

  /** A site whose variable can be held. */
  private Site holdable(SiteRef ref) {
    Site site = Site.bind(network, ref);
    boolean graded = populations.get(site.population().name()) instanceof GradedState;
    String can = graded ? "value" : "v";
    if (!site.variable().name().equals(can)) {
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
    return java.util.Objects.requireNonNull(populations.get(site.population().name())).effects;
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
