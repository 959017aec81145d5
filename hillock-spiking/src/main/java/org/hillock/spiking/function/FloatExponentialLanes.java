package org.hillock.spiking.function;

import static org.hillock.spiking.function.FloatExponentials.FIRST_POWER;
import static org.hillock.spiking.function.FloatExponentials.FRACTION;
import static org.hillock.spiking.function.FloatExponentials.HALF;
import static org.hillock.spiking.function.FloatExponentials.HIGHEST;
import static org.hillock.spiking.function.FloatExponentials.LN2_HIGH;
import static org.hillock.spiking.function.FloatExponentials.LN2_LOW;
import static org.hillock.spiking.function.FloatExponentials.LOG2_E;
import static org.hillock.spiking.function.FloatExponentials.LOWEST;
import static org.hillock.spiking.function.FloatExponentials.MAGIC;
import static org.hillock.spiking.function.FloatExponentials.ONE;
import static org.hillock.spiking.function.FloatExponentials.P1;
import static org.hillock.spiking.function.FloatExponentials.P2;
import static org.hillock.spiking.function.FloatExponentials.P3;
import static org.hillock.spiking.function.FloatExponentials.P4;
import static org.hillock.spiking.function.FloatExponentials.QUARTER;
import static org.hillock.spiking.function.FloatExponentials.RELATIVE_HIGHEST;
import static org.hillock.spiking.function.FloatExponentials.RELATIVE_LOWEST;
import static org.hillock.spiking.function.FloatExponentials.SIGN;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FloatExponentials} on vectors, operation by operation; the last few values one at a time.
 *
 * <p>Every loop is written out whole: beyond a size the compiler does not inline what is called in
 * it, and vectors that are given to a method that is not inlined become objects.
 */
final class FloatExponentialLanes {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private FloatExponentialLanes() {}

  /** As {@link FloatExponentials#exp}. */
  static void exp(float[] x, int xAt, float[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector least = value.blend(HIGHEST, value.compare(VectorOperators.GT, HIGHEST));
      FloatVector v = least.blend(LOWEST, least.compare(VectorOperators.LT, LOWEST));
      FloatVector rounded = v.mul(LOG2_E).add(MAGIC);
      FloatVector n = rounded.sub(MAGIC);
      FloatVector r = v.sub(n.mul(LN2_HIGH)).sub(n.mul(LN2_LOW));
      FloatVector polynomial = r.mul(P4).add(P3).mul(r).add(P2).mul(r).add(P1).mul(r).add(HALF);
      IntVector bits = rounded.reinterpretAsInts();
      IntVector half = bits.lanewise(VectorOperators.ASHR, 1);
      FloatVector first =
          half.lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsFloats();
      FloatVector second =
          bits.sub(half).lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsFloats();
      FloatVector power = r.add(r.mul(r).mul(polynomial)).add(1).mul(first).mul(second);
      power.intoArray(y, yAt + i);
    }
    ScalarFloatFunctions.exp(x, xAt + full, y, yAt + full, count - full);
  }

  /** As {@link FloatExponentials#exprel}. */
  static void exprel(float[] x, int xAt, float[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector divisor =
          value.blend(RELATIVE_HIGHEST, value.compare(VectorOperators.GT, RELATIVE_HIGHEST));
      FloatVector above =
          divisor.blend(RELATIVE_LOWEST, divisor.compare(VectorOperators.LT, RELATIVE_LOWEST));
      FloatVector rounded = above.mul(LOG2_E).add(MAGIC);
      FloatVector n = rounded.sub(MAGIC);
      FloatVector high = above.sub(n.mul(LN2_HIGH));
      FloatVector low = n.mul(LN2_LOW);
      FloatVector r = high.sub(low);
      FloatVector rest = high.sub(r).sub(low);
      FloatVector polynomial = r.mul(P4).add(P3).mul(r).add(P2).mul(r).add(P1).mul(r).add(HALF);
      FloatVector square = r.mul(r).mul(polynomial).add(rest);
      IntVector bits = rounded.reinterpretAsInts();
      IntVector first = bits.min(FIRST_POWER);
      FloatVector two =
          first.lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsFloats();
      FloatVector last =
          bits.sub(first).lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsFloats();
      FloatVector base = two.sub(1);
      FloatVector step = two.mul(r);
      FloatVector sum = base.add(step);
      FloatVector lost = base.sub(sum).add(step);
      FloatVector result = sum.add(lost.add(two.mul(square))).div(divisor).mul(last);
      result.blend(1, value.compare(VectorOperators.EQ, 0)).intoArray(y, yAt + i);
    }
    ScalarFloatFunctions.exprel(x, xAt + full, y, yAt + full, count - full);
  }

  /** As {@link FloatExponentials#sigmoid}. */
  static void sigmoid(float[] x, int xAt, float[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector below = value.abs().neg();
      FloatVector v = below.blend(LOWEST, below.compare(VectorOperators.LT, LOWEST));
      FloatVector rounded = v.mul(LOG2_E).add(MAGIC);
      FloatVector n = rounded.sub(MAGIC);
      FloatVector r = v.sub(n.mul(LN2_HIGH)).sub(n.mul(LN2_LOW));
      FloatVector polynomial = r.mul(P4).add(P3).mul(r).add(P2).mul(r).add(P1).mul(r).add(HALF);
      IntVector bits = rounded.reinterpretAsInts();
      IntVector half = bits.lanewise(VectorOperators.ASHR, 1);
      FloatVector first =
          half.lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsFloats();
      FloatVector second =
          bits.sub(half).lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsFloats();
      FloatVector power = r.add(r.mul(r).mul(polynomial)).add(1).mul(first).mul(second);
      FloatVector one = FloatVector.broadcast(SPECIES, 1);
      FloatVector sum = one.add(power);
      FloatVector lost = one.sub(sum).add(power);
      VectorMask<Float> negative = value.compare(VectorOperators.LT, 0);
      FloatVector quotient = one.blend(power, negative).div(sum);
      quotient.sub(quotient.mul(lost).mul(one.sub(power.mul(HALF)))).intoArray(y, yAt + i);
    }
    ScalarFloatFunctions.sigmoid(x, xAt + full, y, yAt + full, count - full);
  }

  /** As {@link FloatExponentials#tanh}. */
  static void tanh(float[] x, int xAt, float[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector twice = value.abs().mul(-2);
      FloatVector above =
          twice.blend(RELATIVE_LOWEST, twice.compare(VectorOperators.LT, RELATIVE_LOWEST));
      FloatVector rounded = above.mul(LOG2_E).add(MAGIC);
      FloatVector n = rounded.sub(MAGIC);
      FloatVector high = above.sub(n.mul(LN2_HIGH));
      FloatVector low = n.mul(LN2_LOW);
      FloatVector r = high.sub(low);
      FloatVector rest = high.sub(r).sub(low);
      FloatVector polynomial = r.mul(P4).add(P3).mul(r).add(P2).mul(r).add(P1).mul(r).add(HALF);
      FloatVector square = r.mul(r).mul(polynomial).add(rest);
      FloatVector two =
          rounded
              .reinterpretAsInts()
              .lanewise(VectorOperators.LSHL, FRACTION)
              .add(ONE)
              .reinterpretAsFloats();
      FloatVector base = two.sub(1);
      FloatVector step = two.mul(r);
      FloatVector sum = base.add(step);
      FloatVector lost = base.sub(sum).add(step).add(two.mul(square));
      FloatVector less = sum.add(lost);
      FloatVector lessRest = sum.sub(less).add(lost);
      FloatVector divisor = less.add(2);
      FloatVector divisorRest =
          FloatVector.broadcast(SPECIES, 2).sub(divisor).add(less).add(lessRest);
      FloatVector quotient = less.div(divisor);
      FloatVector slope = FloatVector.broadcast(SPECIES, HALF).sub(less.mul(QUARTER));
      FloatVector result = quotient.add(lessRest.sub(quotient.mul(divisorRest)).mul(slope));
      IntVector sign = value.reinterpretAsInts().and(SIGN);
      result.abs().reinterpretAsInts().or(sign).reinterpretAsFloats().intoArray(y, yAt + i);
    }
    ScalarFloatFunctions.tanh(x, xAt + full, y, yAt + full, count - full);
  }
}
