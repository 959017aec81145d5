package org.hillock.deep;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Clamp;
import org.hillock.core.session.Intervention.Lesion;
import org.hillock.core.session.Intervention.Patch;
import org.hillock.core.session.Intervention.Silence;
import org.hillock.core.session.Intervention.Stimulate;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.spiking.modulation.Hand;

/**
 * All interventions of a session taken together, checked and laid out for one pass.
 *
 * <p>In a pass they come in this order: lesions and silenced inputs take away from the synaptic
 * sum, bias and stimulation are added, the nonlinearity is applied, clamps and patches put values
 * in place of its result, and silenced outputs send 0 to all who read them. What a neuron's own
 * {@code value} shows is what it would send if it were not silenced.
 */
final class Effects {

  /** What is done to one population; every array has one entry for each neuron. */
  static final class OnPopulation {
    /** Factor of the synaptic sum, 0 or 1. */
    final float[] received;

    /** Added to the sum. */
    final float[] added;

    /** Whether the value is held. */
    final boolean[] held;

    /** At what it is held. */
    final float[] heldAt;

    /** Factor of what others receive, 0 or 1. */
    final float[] sent;

    private OnPopulation(int neurons) {
      received = new float[neurons];
      added = new float[neurons];
      held = new boolean[neurons];
      heldAt = new float[neurons];
      sent = new float[neurons];
      Arrays.fill(received, 1);
      Arrays.fill(sent, 1);
    }
  }

  private final Network network;
  private final Map<String, OnPopulation> onPopulations = new HashMap<>();
  private final Map<String, Hand> hands = new HashMap<>();
  private final Set<String> lesioned = new HashSet<>();

  /**
   * Takes interventions together, in order: a later clamp of a neuron replaces an earlier one.
   *
   * @throws UsageException where one has a time window, its site is unknown, or its neurons cannot
   *     be acted on in that way
   */
  Effects(Network network, List<Intervention> interventions) {
    this.network = network;
    interventions.forEach(this::add);
  }

  Optional<OnPopulation> on(String population) {
    return Optional.ofNullable(onPopulations.get(population));
  }

  /** What is done to levels, by modulator. */
  Map<String, Hand> hands() {
    return hands;
  }

  boolean lesioned(String projection) {
    return lesioned.contains(projection);
  }

  private void add(Intervention intervention) {
    if (!intervention.window().equals(Window.ALWAYS)) {
      throw new UsageException(
          "an intervention from "
              + intervention.window().fromMs()
              + " to "
              + intervention.window().toMs()
              + " ms: network '"
              + network.name()
              + "' runs without time and knows no window; leave it out");
    }
    switch (intervention) {
      case Silence silence -> silence(silence);
      case Clamp clamp -> {
        Site site = valueSite("clamped", clamp.site());
        if (site.modulator().isPresent()) {
          Hand.checkClamp(site, clamp.value());
          hands.merge(
              site.modulator().get(),
              Hand.NONE.holding(clamp.value()),
              (before, _) -> before.holding(clamp.value()));
          return;
        }
        double[] same = new double[site.neurons().size()];
        Arrays.fill(same, clamp.value());
        hold(site, Numbers.of(same));
      }
      case Patch patch -> {
        Site site = valueSite("patched", patch.site());
        if (site.modulator().isPresent()) {
          throw new UsageException("site '" + patch.site() + "': a level is held by a clamp");
        }
        hold(site, patch.values());
      }
      case Stimulate stimulate -> stimulate(stimulate);
      case Lesion lesion -> lesioned.add(network.projection(lesion.projection()).name());
    }
  }

  private void silence(Silence silence) {
    Site site = Site.bind(network, silence.site());
    boolean inputs = silence.scope() != Silence.Scope.OUTPUTS;
    boolean outputs = silence.scope() != Silence.Scope.INPUTS;
    if (!outputs && !site.population().model().takesSynapses()) {
      throw new UsageException(
          "site '" + silence.site() + "': neurons of model 'input' receive nothing to silence");
    }
    OnPopulation on = on(site);
    for (int neuron : site.neurons().toArray()) {
      if (inputs) {
        on.received[neuron] = 0;
      }
      if (outputs) {
        on.sent[neuron] = 0;
      }
    }
  }

  private void stimulate(Stimulate stimulate) {
    Site site = Site.find(network, stimulate.site());
    if (site.modulator().isPresent()) {
      Hand.checkStimulus(network, site);
      hands.merge(
          site.modulator().get(),
          Hand.NONE.adding(stimulate.amount()),
          (before, _) -> before.adding(stimulate.amount()));
      return;
    }
    if (site.population().model().biasDimension().isEmpty()) {
      throw new UsageException(
          "site '"
              + stimulate.site()
              + "': neurons of model 'input' have no sum to add to; present a stimulus");
    }
    OnPopulation on = on(site);
    for (int neuron : site.neurons().toArray()) {
      on.added[neuron] += (float) stimulate.amount();
    }
  }

  private void hold(Site site, Numbers values) {
    if (values.size() != site.neurons().size()) {
      throw new UsageException(
          "site '"
              + site.ref()
              + "' has "
              + site.neurons().size()
              + " neurons, but "
              + values.size()
              + " values are given to put in their place");
    }
    OnPopulation on = on(site);
    for (int k = 0; k < values.size(); k++) {
      on.held[site.neurons().get(k)] = true;
      on.heldAt[site.neurons().get(k)] = (float) values.get(k);
    }
  }

  private Site valueSite(String done, SiteRef ref) {
    Site site = Site.find(network, ref);
    if (site.modulator().isEmpty() && !site.variable().name().equals(TensorSession.VALUE)) {
      throw new UsageException(
          "site '"
              + ref
              + "': '"
              + site.variable().name()
              + "' cannot be "
              + done
              + "; of a rate neuron only its 'value' can");
    }
    return site;
  }

  private OnPopulation on(Site site) {
    return onPopulations.computeIfAbsent(
        site.population().name(), _ -> new OnPopulation(site.population().size()));
  }
}
