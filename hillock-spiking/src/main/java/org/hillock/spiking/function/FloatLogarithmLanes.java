package org.hillock.spiking.function;

import static org.hillock.spiking.function.FloatExponentials.FRACTION;
import static org.hillock.spiking.function.FloatExponentials.HALF;
import static org.hillock.spiking.function.FloatExponentials.LN2_HIGH;
import static org.hillock.spiking.function.FloatExponentials.LN2_LOW;
import static org.hillock.spiking.function.FloatExponentials.MAGIC;
import static org.hillock.spiking.function.FloatExponentials.MAGIC_BITS;
import static org.hillock.spiking.function.FloatLogarithm.LIFT;
import static org.hillock.spiking.function.FloatLogarithm.LIFTED;
import static org.hillock.spiking.function.FloatLogarithm.R0;
import static org.hillock.spiking.function.FloatLogarithm.R1;
import static org.hillock.spiking.function.FloatLogarithm.R2;
import static org.hillock.spiking.function.FloatLogarithm.ROOT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link FloatLogarithm} on vectors, operation by operation; the last few values one at a time. */
final class FloatLogarithmLanes {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  private FloatLogarithmLanes() {}

  /** As {@link FloatLogarithm#log}. */
  static void log(float[] x, int xAt, float[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      FloatVector value = FloatVector.fromArray(SPECIES, x, xAt + i);
      VectorMask<Float> small = value.compare(VectorOperators.LT, Float.MIN_NORMAL);
      IntVector bits = value.blend(value.mul(LIFT), small).reinterpretAsInts();
      IntVector power = bits.sub(ROOT).lanewise(VectorOperators.ASHR, FRACTION);
      FloatVector offset = FloatVector.broadcast(SPECIES, MAGIC).blend(LIFTED, small);
      FloatVector k = power.add(MAGIC_BITS).reinterpretAsFloats().sub(offset);
      FloatVector f =
          bits.sub(power.lanewise(VectorOperators.LSHL, FRACTION)).reinterpretAsFloats().sub(1);
      FloatVector s = f.div(f.add(2));
      FloatVector z = s.mul(s);
      FloatVector rest = z.mul(z.mul(R2).add(R1).mul(z).add(R0));
      FloatVector half = f.mul(HALF).mul(f);
      FloatVector low = s.mul(half.add(rest)).add(k.mul(LN2_LOW));
      FloatVector near = k.mul(LN2_HIGH).sub(half.sub(low).sub(f));
      value
          .blend(near, value.compare(VectorOperators.LT, Float.POSITIVE_INFINITY))
          .blend(Float.NaN, value.compare(VectorOperators.LT, 0))
          .blend(Float.NEGATIVE_INFINITY, value.compare(VectorOperators.EQ, 0))
          .intoArray(y, yAt + i);
    }
    ScalarFloatFunctions.log(x, xAt + full, y, yAt + full, count - full);
  }
}
