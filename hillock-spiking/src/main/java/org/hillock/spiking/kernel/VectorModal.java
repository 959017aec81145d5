package org.hillock.spiking.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link ModalFloats} by vectors, step by step. */
final class VectorModal {

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, FLOATS.vectorShape());

  private VectorModal() {}

  static void step(
      ModalFloats n, int[] cells, int cell, float quantum, Span span, FiredSpikes fired) {
    Modes modes = n.modes();
    FloatVector none = FloatVector.zero(FLOATS);
    for (int i = span.from(); i < span.to(); i += FLOATS.length()) {
      FloatVector h = FloatVector.fromArray(FLOATS, n.h(), i);
      FloatVector g = FloatVector.fromArray(FLOATS, n.g(), i);
      IntVector freeAt = IntVector.fromArray(INTS, n.freeAt(), i);
      int at = cell + i;
      for (int s = 0; s < span.steps(); s++) {
        int k = span.phase() + s;
        int step = span.step() + s;
        VectorMask<Float> free = freeAt.compare(VectorOperators.LE, step).cast(FLOATS);
        FloatVector arrived = none.blend(VectorFloatKernels.take(cells, at).mul(quantum), free);
        at += span.stride();
        g = g.add(arrived.mul(modes.backG()[k]));
        h = h.add(arrived.mul(modes.toH()[k]));
        FloatVector u = h.mul(modes.decay()[k + 1]).add(g.mul(modes.ofG()[k + 1]));
        VectorMask<Float> above = u.compare(VectorOperators.GE, n.threshold());
        long lanes = above.toLong();
        if (lanes != 0) {
          h = h.blend(0f, above);
          g = g.blend(0f, above);
          freeAt = freeAt.blend(step + 1 + n.refractory(), above.cast(INTS));
          VectorFloatKernels.note(lanes, i, step, fired);
        }
      }
      h.intoArray(n.h(), i);
      g.intoArray(n.g(), i);
      freeAt.intoArray(n.freeAt(), i);
    }
  }
}
