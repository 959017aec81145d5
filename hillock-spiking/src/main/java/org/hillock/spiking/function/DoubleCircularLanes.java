package org.hillock.spiking.function;

import static org.hillock.spiking.function.DoubleCircular.C0;
import static org.hillock.spiking.function.DoubleCircular.C1;
import static org.hillock.spiking.function.DoubleCircular.C2;
import static org.hillock.spiking.function.DoubleCircular.C3;
import static org.hillock.spiking.function.DoubleCircular.C4;
import static org.hillock.spiking.function.DoubleCircular.C5;
import static org.hillock.spiking.function.DoubleCircular.FURTHEST;
import static org.hillock.spiking.function.DoubleCircular.HIGH;
import static org.hillock.spiking.function.DoubleCircular.LOW;
import static org.hillock.spiking.function.DoubleCircular.MIDDLE;
import static org.hillock.spiking.function.DoubleCircular.QUARTERS;
import static org.hillock.spiking.function.DoubleCircular.S0;
import static org.hillock.spiking.function.DoubleCircular.S1;
import static org.hillock.spiking.function.DoubleCircular.S2;
import static org.hillock.spiking.function.DoubleCircular.S3;
import static org.hillock.spiking.function.DoubleCircular.S4;
import static org.hillock.spiking.function.DoubleCircular.S5;
import static org.hillock.spiking.function.DoubleExponentials.HALF;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC;
import static org.hillock.spiking.function.DoubleExponentials.SIGN;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link DoubleCircular} on vectors, operation by operation; the last few values one at a time. */
final class DoubleCircularLanes {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  private DoubleCircularLanes() {}

  /** As {@link DoubleCircular#sin}. */
  static void sin(double[] x, int xAt, double[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, x, xAt + i);
      DoubleVector size = value.abs();
      DoubleVector rounded = size.mul(QUARTERS).add(MAGIC);
      DoubleVector n = rounded.sub(MAGIC);
      DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
      DoubleVector high = size.sub(n.mul(HIGH));
      DoubleVector middle = n.mul(MIDDLE);
      DoubleVector near = high.sub(middle);
      DoubleVector low = n.mul(LOW).sub(high.sub(near).sub(middle));
      DoubleVector r = near.sub(low);
      DoubleVector rest = near.sub(r).sub(low);
      DoubleVector z = r.mul(r);
      DoubleVector half = z.mul(HALF);
      DoubleVector top = one.sub(half);
      DoubleVector odd =
          z.mul(S5).add(S4).mul(z).add(S3).mul(z).add(S2).mul(z).add(S1).mul(z).add(S0);
      DoubleVector sine = r.add(r.mul(z).mul(odd).add(rest.mul(top)));
      DoubleVector even =
          z.mul(C5).add(C4).mul(z).add(C3).mul(z).add(C2).mul(z).add(C1).mul(z).add(C0);
      DoubleVector cosine =
          top.add(one.sub(top).sub(half).add(z.mul(z).mul(even).sub(r.mul(rest))));
      LongVector turn = rounded.reinterpretAsLongs();
      VectorMask<Double> whole = turn.and(1).compare(VectorOperators.EQ, 0).cast(SPECIES);
      LongVector flip = turn.lanewise(VectorOperators.LSHL, 62).and(SIGN);
      DoubleVector turned =
          cosine
              .blend(sine, whole)
              .reinterpretAsLongs()
              .lanewise(VectorOperators.XOR, flip)
              .reinterpretAsDoubles();
      DoubleVector result = turned.blend(Double.NaN, size.compare(VectorOperators.GT, FURTHEST));
      LongVector sign = value.reinterpretAsLongs().and(SIGN);
      result
          .reinterpretAsLongs()
          .lanewise(VectorOperators.XOR, sign)
          .reinterpretAsDoubles()
          .intoArray(y, yAt + i);
    }
    ScalarDoubleFunctions.sin(x, xAt + full, y, yAt + full, count - full);
  }

  /** As {@link DoubleCircular#cos}. */
  static void cos(double[] x, int xAt, double[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, x, xAt + i);
      DoubleVector size = value.abs();
      DoubleVector rounded = size.mul(QUARTERS).add(MAGIC);
      DoubleVector n = rounded.sub(MAGIC);
      DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
      DoubleVector high = size.sub(n.mul(HIGH));
      DoubleVector middle = n.mul(MIDDLE);
      DoubleVector near = high.sub(middle);
      DoubleVector low = n.mul(LOW).sub(high.sub(near).sub(middle));
      DoubleVector r = near.sub(low);
      DoubleVector rest = near.sub(r).sub(low);
      DoubleVector z = r.mul(r);
      DoubleVector half = z.mul(HALF);
      DoubleVector top = one.sub(half);
      DoubleVector odd =
          z.mul(S5).add(S4).mul(z).add(S3).mul(z).add(S2).mul(z).add(S1).mul(z).add(S0);
      DoubleVector sine = r.add(r.mul(z).mul(odd).add(rest.mul(top)));
      DoubleVector even =
          z.mul(C5).add(C4).mul(z).add(C3).mul(z).add(C2).mul(z).add(C1).mul(z).add(C0);
      DoubleVector cosine =
          top.add(one.sub(top).sub(half).add(z.mul(z).mul(even).sub(r.mul(rest))));
      LongVector turn = rounded.reinterpretAsLongs().add(1);
      VectorMask<Double> whole = turn.and(1).compare(VectorOperators.EQ, 0).cast(SPECIES);
      LongVector flip = turn.lanewise(VectorOperators.LSHL, 62).and(SIGN);
      DoubleVector turned =
          cosine
              .blend(sine, whole)
              .reinterpretAsLongs()
              .lanewise(VectorOperators.XOR, flip)
              .reinterpretAsDoubles();
      DoubleVector result = turned.blend(Double.NaN, size.compare(VectorOperators.GT, FURTHEST));
      result.intoArray(y, yAt + i);
    }
    ScalarDoubleFunctions.cos(x, xAt + full, y, yAt + full, count - full);
  }
}
