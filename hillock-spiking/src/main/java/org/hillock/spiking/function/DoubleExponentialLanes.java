package org.hillock.spiking.function;

import static org.hillock.spiking.function.DoubleExponentials.FIRST_POWER;
import static org.hillock.spiking.function.DoubleExponentials.FRACTION;
import static org.hillock.spiking.function.DoubleExponentials.HALF;
import static org.hillock.spiking.function.DoubleExponentials.HIGHEST;
import static org.hillock.spiking.function.DoubleExponentials.LN2_HIGH;
import static org.hillock.spiking.function.DoubleExponentials.LN2_LOW;
import static org.hillock.spiking.function.DoubleExponentials.LOG2_E;
import static org.hillock.spiking.function.DoubleExponentials.LOWEST;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC;
import static org.hillock.spiking.function.DoubleExponentials.ONE;
import static org.hillock.spiking.function.DoubleExponentials.P1;
import static org.hillock.spiking.function.DoubleExponentials.P2;
import static org.hillock.spiking.function.DoubleExponentials.P3;
import static org.hillock.spiking.function.DoubleExponentials.P4;
import static org.hillock.spiking.function.DoubleExponentials.P5;
import static org.hillock.spiking.function.DoubleExponentials.P6;
import static org.hillock.spiking.function.DoubleExponentials.P7;
import static org.hillock.spiking.function.DoubleExponentials.P8;
import static org.hillock.spiking.function.DoubleExponentials.P9;
import static org.hillock.spiking.function.DoubleExponentials.QUARTER;
import static org.hillock.spiking.function.DoubleExponentials.RELATIVE_HIGHEST;
import static org.hillock.spiking.function.DoubleExponentials.RELATIVE_LOWEST;
import static org.hillock.spiking.function.DoubleExponentials.SIGN;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link DoubleExponentials} on vectors, operation by operation; the last few values one at a time.
 *
 * <p>Every loop is written out whole: beyond a size the compiler does not inline what is called in
 * it, and vectors that are given to a method that is not inlined become objects.
 */
final class DoubleExponentialLanes {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  private DoubleExponentialLanes() {}

  /** As {@link DoubleExponentials#exp}. */
  static void exp(double[] x, int xAt, double[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, x, xAt + i);
      DoubleVector least = value.blend(HIGHEST, value.compare(VectorOperators.GT, HIGHEST));
      DoubleVector v = least.blend(LOWEST, least.compare(VectorOperators.LT, LOWEST));
      DoubleVector rounded = v.mul(LOG2_E).add(MAGIC);
      DoubleVector n = rounded.sub(MAGIC);
      DoubleVector r = v.sub(n.mul(LN2_HIGH)).sub(n.mul(LN2_LOW));
      DoubleVector polynomial =
          r.mul(P9)
              .add(P8)
              .mul(r)
              .add(P7)
              .mul(r)
              .add(P6)
              .mul(r)
              .add(P5)
              .mul(r)
              .add(P4)
              .mul(r)
              .add(P3)
              .mul(r)
              .add(P2)
              .mul(r)
              .add(P1)
              .mul(r)
              .add(HALF);
      LongVector bits = rounded.reinterpretAsLongs();
      LongVector half = bits.lanewise(VectorOperators.ASHR, 1);
      DoubleVector first =
          half.lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsDoubles();
      DoubleVector second =
          bits.sub(half).lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsDoubles();
      DoubleVector power = r.add(r.mul(r).mul(polynomial)).add(1).mul(first).mul(second);
      power.intoArray(y, yAt + i);
    }
    ScalarDoubleFunctions.exp(x, xAt + full, y, yAt + full, count - full);
  }

  /** As {@link DoubleExponentials#exprel}. */
  static void exprel(double[] x, int xAt, double[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, x, xAt + i);
      DoubleVector divisor =
          value.blend(RELATIVE_HIGHEST, value.compare(VectorOperators.GT, RELATIVE_HIGHEST));
      DoubleVector above =
          divisor.blend(RELATIVE_LOWEST, divisor.compare(VectorOperators.LT, RELATIVE_LOWEST));
      DoubleVector rounded = above.mul(LOG2_E).add(MAGIC);
      DoubleVector n = rounded.sub(MAGIC);
      DoubleVector high = above.sub(n.mul(LN2_HIGH));
      DoubleVector low = n.mul(LN2_LOW);
      DoubleVector r = high.sub(low);
      DoubleVector rest = high.sub(r).sub(low);
      DoubleVector polynomial =
          r.mul(P9)
              .add(P8)
              .mul(r)
              .add(P7)
              .mul(r)
              .add(P6)
              .mul(r)
              .add(P5)
              .mul(r)
              .add(P4)
              .mul(r)
              .add(P3)
              .mul(r)
              .add(P2)
              .mul(r)
              .add(P1)
              .mul(r)
              .add(HALF);
      DoubleVector square = r.mul(r).mul(polynomial).add(rest);
      LongVector bits = rounded.reinterpretAsLongs();
      LongVector first = bits.min(FIRST_POWER);
      DoubleVector two =
          first.lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsDoubles();
      DoubleVector last =
          bits.sub(first).lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsDoubles();
      DoubleVector base = two.sub(1);
      DoubleVector step = two.mul(r);
      DoubleVector sum = base.add(step);
      DoubleVector lost = base.sub(sum).add(step);
      DoubleVector result = sum.add(lost.add(two.mul(square))).div(divisor).mul(last);
      result.blend(1, value.compare(VectorOperators.EQ, 0)).intoArray(y, yAt + i);
    }
    ScalarDoubleFunctions.exprel(x, xAt + full, y, yAt + full, count - full);
  }

  /** As {@link DoubleExponentials#sigmoid}. */
  static void sigmoid(double[] x, int xAt, double[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, x, xAt + i);
      DoubleVector below = value.abs().neg();
      DoubleVector v = below.blend(LOWEST, below.compare(VectorOperators.LT, LOWEST));
      DoubleVector rounded = v.mul(LOG2_E).add(MAGIC);
      DoubleVector n = rounded.sub(MAGIC);
      DoubleVector r = v.sub(n.mul(LN2_HIGH)).sub(n.mul(LN2_LOW));
      DoubleVector polynomial =
          r.mul(P9)
              .add(P8)
              .mul(r)
              .add(P7)
              .mul(r)
              .add(P6)
              .mul(r)
              .add(P5)
              .mul(r)
              .add(P4)
              .mul(r)
              .add(P3)
              .mul(r)
              .add(P2)
              .mul(r)
              .add(P1)
              .mul(r)
              .add(HALF);
      LongVector bits = rounded.reinterpretAsLongs();
      LongVector half = bits.lanewise(VectorOperators.ASHR, 1);
      DoubleVector first =
          half.lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsDoubles();
      DoubleVector second =
          bits.sub(half).lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsDoubles();
      DoubleVector power = r.add(r.mul(r).mul(polynomial)).add(1).mul(first).mul(second);
      DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
      DoubleVector sum = one.add(power);
      DoubleVector lost = one.sub(sum).add(power);
      VectorMask<Double> negative = value.compare(VectorOperators.LT, 0);
      DoubleVector quotient = one.blend(power, negative).div(sum);
      quotient.sub(quotient.mul(lost).mul(one.sub(power.mul(HALF)))).intoArray(y, yAt + i);
    }
    ScalarDoubleFunctions.sigmoid(x, xAt + full, y, yAt + full, count - full);
  }

  /** As {@link DoubleExponentials#tanh}. */
  static void tanh(double[] x, int xAt, double[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, x, xAt + i);
      DoubleVector twice = value.abs().mul(-2);
      DoubleVector above =
          twice.blend(RELATIVE_LOWEST, twice.compare(VectorOperators.LT, RELATIVE_LOWEST));
      DoubleVector rounded = above.mul(LOG2_E).add(MAGIC);
      DoubleVector n = rounded.sub(MAGIC);
      DoubleVector high = above.sub(n.mul(LN2_HIGH));
      DoubleVector low = n.mul(LN2_LOW);
      DoubleVector r = high.sub(low);
      DoubleVector rest = high.sub(r).sub(low);
      DoubleVector polynomial =
          r.mul(P9)
              .add(P8)
              .mul(r)
              .add(P7)
              .mul(r)
              .add(P6)
              .mul(r)
              .add(P5)
              .mul(r)
              .add(P4)
              .mul(r)
              .add(P3)
              .mul(r)
              .add(P2)
              .mul(r)
              .add(P1)
              .mul(r)
              .add(HALF);
      DoubleVector square = r.mul(r).mul(polynomial).add(rest);
      DoubleVector two =
          rounded
              .reinterpretAsLongs()
              .lanewise(VectorOperators.LSHL, FRACTION)
              .add(ONE)
              .reinterpretAsDoubles();
      DoubleVector base = two.sub(1);
      DoubleVector step = two.mul(r);
      DoubleVector sum = base.add(step);
      DoubleVector lost = base.sub(sum).add(step).add(two.mul(square));
      DoubleVector less = sum.add(lost);
      DoubleVector lessRest = sum.sub(less).add(lost);
      DoubleVector divisor = less.add(2);
      DoubleVector divisorRest =
          DoubleVector.broadcast(SPECIES, 2).sub(divisor).add(less).add(lessRest);
      DoubleVector quotient = less.div(divisor);
      DoubleVector slope = DoubleVector.broadcast(SPECIES, HALF).sub(less.mul(QUARTER));
      DoubleVector result = quotient.add(lessRest.sub(quotient.mul(divisorRest)).mul(slope));
      LongVector sign = value.reinterpretAsLongs().and(SIGN);
      result.abs().reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(y, yAt + i);
    }
    ScalarDoubleFunctions.tanh(x, xAt + full, y, yAt + full, count - full);
  }
}
