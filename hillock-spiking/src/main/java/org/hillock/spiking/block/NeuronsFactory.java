package org.hillock.spiking.block;

import org.hillock.core.network.Population;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.lowered.Dynamics;
import org.jspecify.annotations.Nullable;

/** Makes the neurons of a part from their dynamics. */
final class NeuronsFactory {

  private NeuronsFactory() {}

  /** The neurons; null for sources. */
  static @Nullable Neurons of(
      BlockProgram program, int place, BlockLayout.Part part, FloatKernels kernels) {
    Population population = program.populations.get(place);
    double quantum = program.quantum.getOrDefault(population.name(), 1.0);
    boolean single = program.single;
    boolean vectors = kernels.vectorBits() > 0;
    double stepMs = program.grid.stepMs();
    return switch (program.dynamics.get(place)) {
      case Dynamics.Equations(var lowered) ->
          single
                  && lowered.program().inputs() == 0
                  && lowered.twoModes().filter(ModalFloatsNeurons::fit).isPresent()
              ? new ModalFloatsNeurons(kernels, part, lowered, quantum)
              : single
                  ? new EquationFloatsNeurons(vectors, part, lowered, quantum, place, stepMs)
                  : new EquationDoublesNeurons(vectors, part, lowered, place, stepMs);
      case Dynamics.Parted(var cells) ->
          new CellsWithParts(
              cells.open(part.start(), part.count(), false),
              part,
              cells.gaps().size(),
              quantum,
              single);
      default -> null;
    };
  }
}
