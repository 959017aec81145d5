package org.hillock.spiking.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/** {@link ModalFloats} by vectors, and only where something arrives or might fire. */
final class VectorModal {

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, FLOATS.vectorShape());

  private VectorModal() {}

  static void step(
      ModalFloats n,
      int[] cells,
      int cell,
      float quantum,
      int @Nullable [] touched,
      Span span,
      FiredSpikes fired) {
    int all = -1 >>> (Integer.SIZE - span.steps());
    for (int i = span.from(); i < span.to(); i += FLOATS.length()) {
      int rows = touched == null ? all : touched[(cell + i) % span.stride() / FloatKernels.LANES];
      int v = i / FLOATS.length();
      if (rows != 0 || n.near()[v]) {
        n.near()[v] = step(n, i, cells, cell + i, quantum, rows, n.near()[v], span, fired);
      }
    }
  }

  /**
   * Goes from arrival to arrival, or from step to step while a neuron is near its threshold. The
   * state is in the arrays in between: kept in vectors across those branches it would be boxed.
   *
   * @param rows bit s for something that arrives in the s-th step
   * @return whether one still is near
   */
  private static boolean step(
      ModalFloats n,
      int i,
      int[] cells,
      int cell,
      float quantum,
      int rows,
      boolean wasNear,
      Span span,
      FiredSpikes fired) {
    boolean near = wasNear;
    int left = rows;
    int s = near ? 0 : Integer.numberOfTrailingZeros(left);
    while (s < span.steps()) {
      int k = span.phase() + s;
      int step = span.step() + s;
      if ((left >>> s & 1) != 0) {
        left &= left - 1;
        near = arrive(n, i, cells, cell + s * span.stride(), quantum, k, step);
      }
      s++;
      if (near) {
        fire(n, i, k + 1, step, fired);
      } else {
        s = Integer.numberOfTrailingZeros(left);
      }
    }
    return near && near(n, i, span.phase() + span.steps());
  }

  /**
   * Takes in what arrives.
   *
   * @return whether one of them could reach the threshold if nothing arrived any more
   */
  private static boolean arrive(
      ModalFloats n, int i, int[] cells, int at, float quantum, int k, int step) {
    IntVector arrivals = IntVector.fromArray(INTS, cells, at);
    IntVector.zero(INTS).intoArray(cells, at);
    VectorMask<Float> free =
        IntVector.fromArray(INTS, n.freeAt(), i).compare(VectorOperators.LE, step).cast(FLOATS);
    FloatVector arrived =
        FloatVector.zero(FLOATS)
            .blend(
                ((FloatVector) arrivals.convertShape(VectorOperators.I2F, FLOATS, 0)).mul(quantum),
                free);
    Modes modes = n.modes();
    FloatVector g = FloatVector.fromArray(FLOATS, n.g(), i).add(arrived.mul(modes.backG()[k]));
    FloatVector h = FloatVector.fromArray(FLOATS, n.h(), i).add(arrived.mul(modes.toH()[k]));
    g.intoArray(n.g(), i);
    h.intoArray(n.h(), i);
    return near(n, h, g, k);
  }

  private static void fire(ModalFloats n, int i, int k, int step, FiredSpikes fired) {
    FloatVector h = FloatVector.fromArray(FLOATS, n.h(), i);
    FloatVector g = FloatVector.fromArray(FLOATS, n.g(), i);
    FloatVector u = h.mul(n.modes().decay()[k]).add(g.mul(n.modes().ofG()[k]));
    VectorMask<Float> above = u.compare(VectorOperators.GE, n.threshold());
    long lanes = above.toLong();
    if (lanes != 0) {
      h.blend(0f, above).intoArray(n.h(), i);
      g.blend(0f, above).intoArray(n.g(), i);
      IntVector.fromArray(INTS, n.freeAt(), i)
          .blend(step + 1 + n.refractory(), above.cast(INTS))
          .intoArray(n.freeAt(), i);
      VectorFloatKernels.note(lanes, i, step, fired);
    }
  }

  private static boolean near(ModalFloats n, int i, int k) {
    return near(
        n, FloatVector.fromArray(FLOATS, n.h(), i), FloatVector.fromArray(FLOATS, n.g(), i), k);
  }

  private static boolean near(ModalFloats n, FloatVector h, FloatVector g, int k) {
    Modes modes = n.modes();
    FloatVector u = h.mul(modes.decay()[k]).add(g.mul(modes.ofG()[k]));
    FloatVector drive = g.mul(modes.decayG()[k]);
    FloatVector most =
        u.max(0).add(drive.max(0).mul(n.peakOfG())).add(drive.abs().mul(ModalFloats.ROUNDING));
    return most.compare(VectorOperators.GE, n.threshold() * ModalFloats.CLEAR).toLong() != 0;
  }
}
