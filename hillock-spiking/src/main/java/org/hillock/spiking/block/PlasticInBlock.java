package org.hillock.spiking.block;

import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.lowered.Modulation;
import org.hillock.spiking.plasticity.Arriving;
import org.hillock.spiking.plasticity.PlasticProjection;

/** Those synapses of a plastic projection that end in a block. */
final class PlasticInBlock implements Arriving {

  private final PlasticWiring wiring;
  private final PlasticProjection synapses;
  private final BlockLayout.Part part;
  private final boolean single;

  /** Quanta of the share 1. */
  private final double quanta;

  /** Where arrivals are added up now. */
  private int cell;

  private int[] ints = new int[0];
  private double[] doubles = new double[0];

  PlasticInBlock(
      PlasticWiring wiring, PlasticProjection synapses, BlockLayout.Part part, boolean single) {
    this.wiring = wiring;
    this.synapses = synapses;
    this.part = part;
    this.single = single;
    quanta = wiring.plan().scale() / wiring.quantum();
  }

  String projection() {
    return wiring.projection();
  }

  int from() {
    return wiring.from();
  }

  int to() {
    return wiring.to();
  }

  PlasticWiring wiring() {
    return wiring;
  }

  PlasticProjection synapses() {
    return synapses;
  }

  /** A trial begins. */
  void restart() {
    synapses.restart();
  }

  void heed(Modulation modulation) {
    synapses.heed(modulation.levels(wiring.plan().modulators(), wiring.plan().rule().standard()));
  }

  /**
   * Takes in new spikes of its source.
   *
   * @param first number of the source neuron that stands as 0 in the list
   * @param silent by source neuron: what it sends is withheld; empty where nothing is
   * @param origin step that the list counts from
   */
  void admit(FiredSpikes spikes, int first, boolean[] silent, long origin) {
    for (int k = 0; k < spikes.size(); k++) {
      int source = first + spikes.neuron(k);
      if (silent.length == 0 || !silent[source]) {
        synapses.spike(source, origin + spikes.step(k) + 1);
      }
    }
  }

  /**
   * Adds what arrives in a step to the cells.
   *
   * @param lesioned whether it is lost
   * @return synapses reached
   */
  long deliver(long step, Cells cells, boolean lesioned) {
    cell = cells.base(step) + part.cell(wiring.port(), part.start());
    ints = cells.ints;
    doubles = cells.doubles;
    return synapses.deliver(step, lesioned, this);
  }

  /**
   * A step is done.
   *
   * @param first of its spikes in the list
   */
  void finish(long step, FiredSpikes spikes, int first) {
    for (int k = first; k < spikes.size(); k++) {
      synapses.fired(spikes.neuron(k), step + 1);
    }
    synapses.finish(step);
  }

  @Override
  public void all(float[] shares, int from, int count) {
    if (single) {
      for (int i = 0; i < count; i++) {
        ints[cell + i] += (int) Math.rint(shares[from + i] * quanta);
      }
    } else {
      for (int i = 0; i < count; i++) {
        doubles[cell + i] += Math.rint(shares[from + i] * quanta) * wiring.quantum();
      }
    }
  }

  @Override
  public void some(int[] target, int first, float[] shares, int from, int count) {
    if (single) {
      for (int i = 0; i < count; i++) {
        ints[cell + target[first + i]] += (int) Math.rint(shares[from + i] * quanta);
      }
    } else {
      for (int i = 0; i < count; i++) {
        doubles[cell + target[first + i]] +=
            Math.rint(shares[from + i] * quanta) * wiring.quantum();
      }
    }
  }
}
