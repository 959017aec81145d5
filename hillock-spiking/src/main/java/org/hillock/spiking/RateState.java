package org.hillock.spiking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.network.Network;
import org.hillock.spiking.SpikingProgram.LoweredPopulation;
import org.hillock.spiking.lowered.Activation;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.GainRule;
import org.hillock.spiking.lowered.Modulation;
import org.hillock.spiking.terms.Membrane;
import org.hillock.spiking.terms.SumMembrane;

/** Rate neurons: {@code value}, and {@code sum} = gain·Σ w·a + bias. */
final class RateState extends GradedState {

  private final Dynamics.Rate neuron;
  private final double[] sum;

  /** What spikes bring in this step. */
  private final double[] arrived;

  private final boolean[] dirty;
  private final double[] softmax;
  private final List<GradedDelivery> graded = new ArrayList<>();
  private boolean takesSpikes;
  private boolean anyDirty;

  RateState(LoweredPopulation lowered, Dynamics.Rate neuron) {
    super(lowered);
    this.neuron = neuron;
    sum = new double[lowered.size()];
    arrived = new double[lowered.size()];
    dirty = new boolean[lowered.size()];
    softmax = new double[neuron.activation().looksAtNeighbours() ? lowered.size() : 0];
  }

  /** Adds a projection from a rate population; in the order of the network. */
  void receive(GradedDelivery delivery) {
    graded.add(delivery);
  }

  /** Some projection brings spikes. */
  void receiveSpikes() {
    takesSpikes = true;
  }

  /** Something arrived that can change the sum of neuron {@code i}. */
  void touch(int i) {
    dirty[i] = true;
    anyDirty = true;
  }

  @Override
  void restartNeurons() {
    Arrays.fill(sum, 0);
    Arrays.fill(arrived, 0);
    touchAll();
  }

  @Override
  void interventionsChanged() {
    super.interventionsChanged();
    touchAll();
  }

  @Override
  void heed(Modulation modulation) {
    double before = gain();
    super.heed(modulation);
    if (gain() != before) {
      touchAll();
    }
  }

  private void touchAll() {
    Arrays.fill(dirty, true);
    anyDirty = true;
  }

  @Override
  boolean step(long n) {
    if (takesSpikes) {
      touchWhereSpikesArrived();
    }
    if (!anyDirty) {
      return false;
    }
    anyDirty = false;
    boolean changed;
    if (neuron.activation().looksAtNeighbours()) {
      changed = computeTogether();
    } else {
      changed = computeEach();
    }
    return changed;
  }

  private void touchWhereSpikesArrived() {
    for (int i = 0; i < arrived.length; i++) {
      if (arrived[i] != 0) {
        touch(i);
      }
    }
  }

  private boolean computeEach() {
    boolean changed = false;
    for (int i = 0; i < sum.length; i++) {
      if (dirty[i]) {
        computeSum(i);
        changed |= become(i, neuron.activation().of(sum[i]));
      }
    }
    return changed;
  }

  private boolean computeTogether() {
    for (int i = 0; i < sum.length; i++) {
      if (dirty[i]) {
        computeSum(i);
      }
    }
    Activation.softmax(sum, softmax);
    boolean changed = false;
    for (int i = 0; i < sum.length; i++) {
      changed |= become(i, softmax[i]);
    }
    return changed;
  }

  private void computeSum(int i) {
    double spikes = arrived[i];
    arrived[i] = 0;
    dirty[i] = false;
    if (spikes != 0) {
      // it lasts one step: without it the sum is another one in the next
      touch(i);
    }
    double total = 0;
    for (GradedDelivery delivery : graded) {
      total += delivery.subtotal(i);
    }
    total += spikes;
    double received = effects.inputsSilent[i] ? 0 : gain() * total;
    sum[i] = received + neuron.bias()[i] + effects.stimulus[i];
  }

  @Override
  double[] variable(String name) {
    return name.equals("sum") ? sum : super.variable(name);
  }

  @Override
  int slot(String port) {
    return SumMembrane.GRADED;
  }

  @Override
  Membrane membrane(int neuron, Network network, GainRule gains) {
    return new SumMembrane(
        this.neuron.activation(), gains, this.neuron.bias()[neuron], () -> sum, neuron);
  }

  @Override
  double[] arrived(String port) {
    if (port.equals("sum")) {
      return arrived;
    }
    throw unknown(port);
  }
}
