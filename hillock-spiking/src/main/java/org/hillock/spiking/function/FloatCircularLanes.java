package org.hillock.spiking.function;

import static org.hillock.spiking.function.DoubleExponentials.HALF;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC;
import static org.hillock.spiking.function.DoubleExponentials.SIGN;
import static org.hillock.spiking.function.FloatCircular.C0;
import static org.hillock.spiking.function.FloatCircular.C1;
import static org.hillock.spiking.function.FloatCircular.C2;
import static org.hillock.spiking.function.FloatCircular.FURTHEST;
import static org.hillock.spiking.function.FloatCircular.HIGH;
import static org.hillock.spiking.function.FloatCircular.LOW;
import static org.hillock.spiking.function.FloatCircular.QUARTERS;
import static org.hillock.spiking.function.FloatCircular.S0;
import static org.hillock.spiking.function.FloatCircular.S1;
import static org.hillock.spiking.function.FloatCircular.S2;
import static org.hillock.spiking.function.FloatCircular.S3;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** {@link FloatCircular} on vectors, operation by operation; the last few values one at a time. */
final class FloatCircularLanes {

  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  /** As many values as there are doubles in a vector. */
  private static final VectorSpecies<Float> SPECIES =
      VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));

  private FloatCircularLanes() {}

  /** As {@link FloatCircular#sin}. */
  static void sin(float[] x, int xAt, float[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector size = value.abs();
      DoubleVector wide = (DoubleVector) size.convertShape(VectorOperators.F2D, DOUBLES, 0);
      DoubleVector rounded = wide.mul(QUARTERS).add(MAGIC);
      DoubleVector n = rounded.sub(MAGIC);
      DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
      DoubleVector r = wide.sub(n.mul(HIGH)).sub(n.mul(LOW));
      DoubleVector z = r.mul(r);
      DoubleVector odd = z.mul(S3).add(S2).mul(z).add(S1).mul(z).add(S0);
      DoubleVector sine = r.add(r.mul(z).mul(odd));
      DoubleVector even = z.mul(C2).add(C1).mul(z).add(C0);
      DoubleVector cosine = one.sub(z.mul(HALF)).add(z.mul(z).mul(even));
      LongVector turn = rounded.reinterpretAsLongs();
      VectorMask<Double> whole = turn.and(1).compare(VectorOperators.EQ, 0).cast(DOUBLES);
      LongVector flip = turn.lanewise(VectorOperators.LSHL, 62).and(SIGN);
      DoubleVector turned =
          cosine
              .blend(sine, whole)
              .reinterpretAsLongs()
              .lanewise(VectorOperators.XOR, flip)
              .reinterpretAsDoubles();
      FloatVector narrow = (FloatVector) turned.convertShape(VectorOperators.D2F, SPECIES, 0);
      FloatVector result = narrow.blend(Float.NaN, size.compare(VectorOperators.GT, FURTHEST));
      IntVector sign = value.reinterpretAsInts().and(Integer.MIN_VALUE);
      result
          .reinterpretAsInts()
          .lanewise(VectorOperators.XOR, sign)
          .reinterpretAsFloats()
          .intoArray(y, yAt + i);
    }
    ScalarFloatFunctions.sin(x, xAt + full, y, yAt + full, count - full);
  }

  /** As {@link FloatCircular#cos}. */
  static void cos(float[] x, int xAt, float[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector size = value.abs();
      DoubleVector wide = (DoubleVector) size.convertShape(VectorOperators.F2D, DOUBLES, 0);
      DoubleVector rounded = wide.mul(QUARTERS).add(MAGIC);
      DoubleVector n = rounded.sub(MAGIC);
      DoubleVector one = DoubleVector.broadcast(DOUBLES, 1);
      DoubleVector r = wide.sub(n.mul(HIGH)).sub(n.mul(LOW));
      DoubleVector z = r.mul(r);
      DoubleVector odd = z.mul(S3).add(S2).mul(z).add(S1).mul(z).add(S0);
      DoubleVector sine = r.add(r.mul(z).mul(odd));
      DoubleVector even = z.mul(C2).add(C1).mul(z).add(C0);
      DoubleVector cosine = one.sub(z.mul(HALF)).add(z.mul(z).mul(even));
      LongVector turn = rounded.reinterpretAsLongs().add(1);
      VectorMask<Double> whole = turn.and(1).compare(VectorOperators.EQ, 0).cast(DOUBLES);
      LongVector flip = turn.lanewise(VectorOperators.LSHL, 62).and(SIGN);
      DoubleVector turned =
          cosine
              .blend(sine, whole)
              .reinterpretAsLongs()
              .lanewise(VectorOperators.XOR, flip)
              .reinterpretAsDoubles();
      FloatVector narrow = (FloatVector) turned.convertShape(VectorOperators.D2F, SPECIES, 0);
      FloatVector result = narrow.blend(Float.NaN, size.compare(VectorOperators.GT, FURTHEST));
      result.intoArray(y, yAt + i);
    }
    ScalarFloatFunctions.cos(x, xAt + full, y, yAt + full, count - full);
  }
}
