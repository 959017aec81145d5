package org.hillock.spiking.block;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hillock.core.network.Network;
import org.hillock.core.session.Capability;
import org.hillock.core.wiring.Synapses;
import org.hillock.spiking.lowered.LearntWeights;

/** What a session with plastic synapses can do beside running. */
final class BlockPlasticity implements Capability.Plastic {

  private final BlockProgram program;
  private final List<Block> blocks;
  private final StepLoop loop;

  BlockPlasticity(BlockProgram program, List<Block> blocks, StepLoop loop) {
    this.program = program;
    this.blocks = blocks;
    this.loop = loop;
  }

  @Override
  public Set<String> plasticProjections() {
    Set<String> names = new LinkedHashSet<>();
    program.plastic.forEach(p -> names.add(p.projection()));
    return names;
  }

  @Override
  public void learn(boolean on) {
    for (Block block : blocks) {
      block.plastic.forEach(p -> p.synapses().learn(on, loop.step()));
    }
  }

  @Override
  public double[] weights(String projection) {
    LearntWeights.requirePlastic(program.network, projection, plasticProjections());
    PlasticWiring wiring =
        program.plastic.stream()
            .filter(p -> p.projection().equals(projection))
            .findFirst()
            .orElseThrow();
    Synapses synapses = wiring.draw(program.network);
    int[] delays = wiring.delays(synapses);
    double[] weights = new double[synapses.count()];
    for (Block block : blocks) {
      for (PlasticInBlock there : block.plastic) {
        if (there.wiring() == wiring) {
          there.synapses().weights(synapses, delays, weights);
        }
      }
    }
    return LearntWeights.inUnit(program.network, projection, weights);
  }

  @Override
  public Network learnt() {
    return LearntWeights.listed(program.network, plasticProjections(), this::weights);
  }

  @Override
  public long plasticEvents() {
    return blocks.stream()
        .flatMap(b -> b.plastic.stream())
        .mapToLong(p -> p.synapses().plasticEvents())
        .sum();
  }
}
