package org.hillock.spiking.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** As many neurons at a time as the processor's vectors hold; the state stays in registers. */
final class HandWrittenVectors implements HandWrittenKernels {

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, FLOATS.vectorShape());

  private static FloatVector load(float[] values, int at) {
    return FloatVector.fromArray(FLOATS, values, at);
  }

  @Override
  public void delta(
      DeltaFloats n, int[] cells, int cell, float quantum, Span span, FiredSpikes fired) {
    float[] us = n.u();
    int[] frees = n.firing().freeAt();
    int end = span.step() + span.steps();
    int stride = span.stride();
    for (int i = span.from(); i < span.to(); i += FLOATS.length()) {
      int p = i & n.each();
      FloatVector decay = load(n.decay(), p);
      FloatVector threshold = load(n.firing().threshold(), p);
      FloatVector reset = load(n.firing().reset(), p);
      FloatVector u = load(us, i);
      IntVector freeAt = IntVector.fromArray(INTS, frees, i);
      int at = cell + i;
      for (int step = span.step(); step < end; step++) {
        FloatVector next = u.add(VectorFloatKernels.take(cells, at).mul(quantum)).mul(decay);
        at += stride;
        u = next.blend(reset, freeAt.compare(VectorOperators.GT, step).cast(FLOATS));
        VectorMask<Float> above = u.compare(VectorOperators.GE, threshold);
        long lanes = above.toLong();
        if (lanes != 0) {
          u = u.blend(reset, above);
          IntVector until = IntVector.fromArray(INTS, n.firing().refractory(), p).add(step + 1);
          freeAt = freeAt.blend(until, above.cast(INTS));
          VectorFloatKernels.note(lanes, i, step, fired);
        }
      }
      u.intoArray(us, i);
      freeAt.intoArray(frees, i);
    }
  }

  @Override
  public void exponential(
      ExponentialFloats n,
      int[] cells,
      int excCell,
      int inhCell,
      float quantum,
      Span span,
      FiredSpikes fired) {
    float[] us = n.u();
    float[] excs = n.exc();
    float[] inhs = n.inh();
    int[] frees = n.firing().freeAt();
    int end = span.step() + span.steps();
    int stride = span.stride();
    int toInh = inhCell - excCell;
    for (int i = span.from(); i < span.to(); i += FLOATS.length()) {
      int p = i & n.each();
      FloatVector decay = load(n.decay(), p);
      FloatVector decayExc = load(n.decayExc(), p);
      FloatVector decayInh = load(n.decayInh(), p);
      FloatVector fromExc = load(n.fromExc(), p);
      FloatVector fromInh = load(n.fromInh(), p);
      FloatVector threshold = load(n.firing().threshold(), p);
      FloatVector reset = load(n.firing().reset(), p);
      FloatVector u = load(us, i);
      FloatVector exc = load(excs, i);
      FloatVector inh = load(inhs, i);
      IntVector freeAt = IntVector.fromArray(INTS, frees, i);
      int at = excCell + i;
      for (int step = span.step(); step < end; step++) {
        exc = exc.add(VectorFloatKernels.take(cells, at).mul(quantum));
        inh = inh.add(VectorFloatKernels.take(cells, at + toInh).mul(quantum));
        at += stride;
        FloatVector next = u.mul(decay).add(exc.mul(fromExc)).add(inh.mul(fromInh));
        exc = exc.mul(decayExc);
        inh = inh.mul(decayInh);
        u = next.blend(reset, freeAt.compare(VectorOperators.GT, step).cast(FLOATS));
        VectorMask<Float> above = u.compare(VectorOperators.GE, threshold);
        long lanes = above.toLong();
        if (lanes != 0) {
          u = u.blend(reset, above);
          IntVector until = IntVector.fromArray(INTS, n.firing().refractory(), p).add(step + 1);
          freeAt = freeAt.blend(until, above.cast(INTS));
          VectorFloatKernels.note(lanes, i, step, fired);
        }
      }
      u.intoArray(us, i);
      exc.intoArray(excs, i);
      inh.intoArray(inhs, i);
      freeAt.intoArray(frees, i);
    }
  }

  @Override
  public void shiu(
      ShiuFloats n, int[] cells, int cell, float quantum, Span span, FiredSpikes fired) {
    for (int i = span.from(); i < span.to(); i += FLOATS.length()) {
      shiu(n, i, cells, cell + i, quantum, span.step(), span.steps(), span.stride(), fired);
    }
  }

  private static void shiu(
      ShiuFloats n,
      int i,
      int[] cells,
      int cell,
      float quantum,
      int from,
      int steps,
      int stride,
      FiredSpikes fired) {
    int end = from + steps;
    int p = i & n.each();
    FloatVector decay = load(n.decay(), p);
    FloatVector decayG = load(n.decayG(), p);
    FloatVector fromG = load(n.fromG(), p);
    FloatVector threshold = load(n.firing().threshold(), p);
    FloatVector reset = load(n.firing().reset(), p);
    FloatVector u = load(n.u(), i);
    FloatVector g = load(n.g(), i);
    IntVector freeAt = IntVector.fromArray(INTS, n.firing().freeAt(), i);
    int at = cell;
    for (int step = from; step < end; step++) {
      FloatVector drive = g.add(VectorFloatKernels.take(cells, at).mul(quantum));
      at += stride;
      FloatVector next = u.mul(decay).add(drive.mul(fromG));
      VectorMask<Float> free = freeAt.compare(VectorOperators.LE, step).cast(FLOATS);
      g = g.blend(drive.mul(decayG), free);
      u = reset.blend(next, free);
      VectorMask<Float> above = u.compare(VectorOperators.GE, threshold);
      long lanes = above.toLong();
      if (lanes != 0) {
        u = u.blend(reset, above);
        g = g.blend(0f, above);
        IntVector until = IntVector.fromArray(INTS, n.firing().refractory(), p).add(step + 1);
        freeAt = freeAt.blend(until, above.cast(INTS));
        VectorFloatKernels.note(lanes, i, step, fired);
      }
    }
    u.intoArray(n.u(), i);
    g.intoArray(n.g(), i);
    freeAt.intoArray(n.firing().freeAt(), i);
  }
}
