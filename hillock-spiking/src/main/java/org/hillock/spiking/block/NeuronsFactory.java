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
    double gain = program.network.gain(population.name());
    double quantum = program.quantum.getOrDefault(population.name(), 1.0);
    float scale = (float) (quantum * gain);
    boolean single = program.single;
    boolean vectors = kernels.vectorBits() > 0;
    double stepMs = program.grid.stepMs();
    return switch (program.dynamics.get(place)) {
      case Dynamics.Equations(var lowered) ->
          single
              ? new EquationFloatsNeurons(vectors, part, lowered, scale, place, stepMs)
              : new EquationDoublesNeurons(vectors, part, lowered, gain, place, stepMs);
      case Dynamics.LeakyDelta n ->
          single
              ? new DeltaFloatsNeurons(kernels, part, n, scale)
              : new DeltaDoublesNeurons(part, n, gain);
      case Dynamics.LeakyExponential n ->
          single
              ? new ExponentialFloatsNeurons(kernels, part, n, scale)
              : new ExponentialDoublesNeurons(part, n, gain);
      case Dynamics.Shiu n when !single -> new ShiuDoublesNeurons(part, n, gain);
      case Dynamics.Shiu n ->
          ModalFloatsNeurons.fit(n)
              ? new ModalFloatsNeurons(kernels, part, n, scale)
              : new ShiuFloatsNeurons(kernels, part, n, scale);
      default -> null;
    };
  }
}
