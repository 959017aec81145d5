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
import static org.hillock.spiking.function.DoubleExponentials.RELATIVE_HIGHEST;
import static org.hillock.spiking.function.DoubleExponentials.RELATIVE_LOWEST;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link DoubleExponentials} on a vector, operation by operation. */
final class DoubleExponentialLanes {

  private DoubleExponentialLanes() {}

  static DoubleVector exp(DoubleVector x) {
    DoubleVector least = x.blend(HIGHEST, x.compare(VectorOperators.GT, HIGHEST));
    return scaled(least.blend(LOWEST, least.compare(VectorOperators.LT, LOWEST)));
  }

  private static DoubleVector scaled(DoubleVector x) {
    DoubleVector rounded = x.mul(LOG2_E).add(MAGIC);
    DoubleVector n = rounded.sub(MAGIC);
    DoubleVector r = x.sub(n.mul(LN2_HIGH)).sub(n.mul(LN2_LOW));
    DoubleVector power = r.add(r.mul(r).mul(polynomial(r))).add(1);
    LongVector bits = rounded.reinterpretAsLongs();
    LongVector half = bits.lanewise(VectorOperators.ASHR, 1);
    return power.mul(powerOfTwo(half)).mul(powerOfTwo(bits.sub(half)));
  }

  static DoubleVector exprel(DoubleVector x) {
    DoubleVector divisor =
        x.blend(RELATIVE_HIGHEST, x.compare(VectorOperators.GT, RELATIVE_HIGHEST));
    DoubleVector above =
        divisor.blend(RELATIVE_LOWEST, divisor.compare(VectorOperators.LT, RELATIVE_LOWEST));
    DoubleVector rounded = above.mul(LOG2_E).add(MAGIC);
    DoubleVector n = rounded.sub(MAGIC);
    DoubleVector high = above.sub(n.mul(LN2_HIGH));
    DoubleVector low = n.mul(LN2_LOW);
    DoubleVector r = high.sub(low);
    DoubleVector rest = high.sub(r).sub(low);
    DoubleVector square = r.mul(r).mul(polynomial(r)).add(rest);
    LongVector bits = rounded.reinterpretAsLongs();
    LongVector first = bits.min(FIRST_POWER);
    DoubleVector two = powerOfTwo(first);
    DoubleVector base = two.sub(1);
    DoubleVector step = two.mul(r);
    DoubleVector sum = base.add(step);
    DoubleVector lost = base.sub(sum).add(step);
    DoubleVector result =
        sum.add(lost.add(two.mul(square))).div(divisor).mul(powerOfTwo(bits.sub(first)));
    return result.blend(1, x.compare(VectorOperators.EQ, 0));
  }

  static DoubleVector sigmoid(DoubleVector x) {
    DoubleVector below = x.abs().neg();
    DoubleVector power = scaled(below.blend(LOWEST, below.compare(VectorOperators.LT, LOWEST)));
    DoubleVector sum = power.add(1);
    DoubleVector one = DoubleVector.broadcast(x.species(), 1);
    DoubleVector lost = one.sub(sum).add(power);
    VectorMask<Double> negative = x.compare(VectorOperators.LT, 0);
    DoubleVector quotient = one.blend(power, negative).div(sum);
    return quotient.sub(quotient.mul(lost).mul(one.sub(power.mul(HALF))));
  }

  private static DoubleVector powerOfTwo(LongVector bits) {
    return bits.lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsDoubles();
  }

  private static DoubleVector polynomial(DoubleVector r) {
    return r.mul(P9)
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
  }
}
