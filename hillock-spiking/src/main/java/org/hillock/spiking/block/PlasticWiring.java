package org.hillock.spiking.block;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.Synapses;
import org.hillock.core.wiring.Wiring;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.lowered.TimeGrid;
import org.hillock.spiking.plasticity.PlasticPlan;
import org.hillock.spiking.plasticity.PlasticProjection;

/**
 * A projection whose synapses change, before they are drawn.
 *
 * @param plan of its rule
 * @param of the projection
 * @param from place of the source population
 * @param to place of the target
 * @param quantum that an arriving weight is rounded to
 * @param port that it is added to
 */
record PlasticWiring(
    PlasticPlan plan, Projection of, TimeGrid grid, int from, int to, double quantum, int port) {

  /** Ends, weight and delay, twice, while synapses are laid out. */
  private static final int BYTES_WHILE_BUILDING = 28;

  static PlasticWiring of(
      Network network, TimeGrid grid, Projection p, int from, int to, double quantum, Ports ports) {
    PlasticPlan plan = PlasticPlan.of(network, p, grid.stepMs());
    return new PlasticWiring(plan, p, grid, from, to, quantum, ports.at(plan.sign()));
  }

  String projection() {
    return of.name();
  }

  Synapses draw(Network network) {
    return Wiring.of(network, of);
  }

  int[] delays(Synapses synapses) {
    int[] delays = new int[synapses.count()];
    for (int k = 0; k < delays.length; k++) {
      delays[k] = Delays.steps(grid, of, synapses.delayMs()[k]);
    }
    return delays;
  }

  /** Draws its synapses and gives each block those that end there. */
  void layOut(BlockProgram program, List<Block> blocks, FloatKernels kernels) {
    Synapses synapses = draw(program.network);
    int[] delays = delays(synapses);
    for (Block block : blocks) {
      BlockLayout.Part part = program.layout.part(to, block.number);
      if (part.count() > 0) {
        PlasticProjection synapsesThere =
            new PlasticProjection(
                plan, synapses, delays, part.start(), part.end(), program.window, kernels);
        block.lay(List.of(new PlasticInBlock(this, synapsesThere, part, program.single)));
      }
    }
  }

  /** Bytes that it holds; what delays tell apart has traces of its own. */
  long bytes(Network network, int blocks) {
    boolean dense =
        of.connectivity() instanceof Connectivity.Dense
            || of.connectivity() instanceof Connectivity.AllToAll(boolean autapses)
                && (autapses || !of.from().equals(of.to()));
    boolean one = Delays.constant(network, grid, of) > 0;
    return SynapseCount.synapses(network, of) * plan.bytesPerSynapse(dense && one)
        + blocks * plan.bytesOfTraces();
  }

  long bytesWhileBuilding(Network network) {
    return SynapseCount.synapses(network, of) * BYTES_WHILE_BUILDING;
  }
}
