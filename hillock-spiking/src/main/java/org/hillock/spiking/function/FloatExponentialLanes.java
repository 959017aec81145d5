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
import static org.hillock.spiking.function.FloatExponentials.RELATIVE_HIGHEST;
import static org.hillock.spiking.function.FloatExponentials.RELATIVE_LOWEST;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link FloatExponentials} on a vector, operation by operation. */
final class FloatExponentialLanes {

  private FloatExponentialLanes() {}

  static FloatVector exp(FloatVector x) {
    FloatVector least = x.blend(HIGHEST, x.compare(VectorOperators.GT, HIGHEST));
    return scaled(least.blend(LOWEST, least.compare(VectorOperators.LT, LOWEST)));
  }

  private static FloatVector scaled(FloatVector x) {
    FloatVector rounded = x.mul(LOG2_E).add(MAGIC);
    FloatVector n = rounded.sub(MAGIC);
    FloatVector r = x.sub(n.mul(LN2_HIGH)).sub(n.mul(LN2_LOW));
    FloatVector power = r.add(r.mul(r).mul(polynomial(r))).add(1);
    IntVector bits = rounded.reinterpretAsInts();
    IntVector half = bits.lanewise(VectorOperators.ASHR, 1);
    return power.mul(powerOfTwo(half)).mul(powerOfTwo(bits.sub(half)));
  }

  static FloatVector exprel(FloatVector x) {
    FloatVector divisor =
        x.blend(RELATIVE_HIGHEST, x.compare(VectorOperators.GT, RELATIVE_HIGHEST));
    FloatVector above =
        divisor.blend(RELATIVE_LOWEST, divisor.compare(VectorOperators.LT, RELATIVE_LOWEST));
    FloatVector rounded = above.mul(LOG2_E).add(MAGIC);
    FloatVector n = rounded.sub(MAGIC);
    FloatVector high = above.sub(n.mul(LN2_HIGH));
    FloatVector low = n.mul(LN2_LOW);
    FloatVector r = high.sub(low);
    FloatVector rest = high.sub(r).sub(low);
    FloatVector square = r.mul(r).mul(polynomial(r)).add(rest);
    IntVector bits = rounded.reinterpretAsInts();
    IntVector first = bits.min(FIRST_POWER);
    FloatVector two = powerOfTwo(first);
    FloatVector base = two.sub(1);
    FloatVector step = two.mul(r);
    FloatVector sum = base.add(step);
    FloatVector lost = base.sub(sum).add(step);
    FloatVector result =
        sum.add(lost.add(two.mul(square))).div(divisor).mul(powerOfTwo(bits.sub(first)));
    return result.blend(1, x.compare(VectorOperators.EQ, 0));
  }

  static FloatVector sigmoid(FloatVector x) {
    FloatVector below = x.abs().neg();
    FloatVector power = scaled(below.blend(LOWEST, below.compare(VectorOperators.LT, LOWEST)));
    FloatVector sum = power.add(1);
    FloatVector one = FloatVector.broadcast(x.species(), 1);
    FloatVector lost = one.sub(sum).add(power);
    VectorMask<Float> negative = x.compare(VectorOperators.LT, 0);
    FloatVector quotient = one.blend(power, negative).div(sum);
    return quotient.sub(quotient.mul(lost).mul(one.sub(power.mul(HALF))));
  }

  private static FloatVector powerOfTwo(IntVector bits) {
    return bits.lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsFloats();
  }

  private static FloatVector polynomial(FloatVector r) {
    return r.mul(P4).add(P3).mul(r).add(P2).mul(r).add(P1).mul(r).add(HALF);
  }
}
