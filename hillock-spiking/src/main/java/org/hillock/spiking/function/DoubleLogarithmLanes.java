package org.hillock.spiking.function;

import static org.hillock.spiking.function.DoubleExponentials.FRACTION;
import static org.hillock.spiking.function.DoubleExponentials.HALF;
import static org.hillock.spiking.function.DoubleExponentials.LN2_HIGH;
import static org.hillock.spiking.function.DoubleExponentials.LN2_LOW;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC_BITS;
import static org.hillock.spiking.function.DoubleLogarithm.LIFT;
import static org.hillock.spiking.function.DoubleLogarithm.LIFTED;
import static org.hillock.spiking.function.DoubleLogarithm.R0;
import static org.hillock.spiking.function.DoubleLogarithm.R1;
import static org.hillock.spiking.function.DoubleLogarithm.R2;
import static org.hillock.spiking.function.DoubleLogarithm.R3;
import static org.hillock.spiking.function.DoubleLogarithm.R4;
import static org.hillock.spiking.function.DoubleLogarithm.R5;
import static org.hillock.spiking.function.DoubleLogarithm.R6;
import static org.hillock.spiking.function.DoubleLogarithm.ROOT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link DoubleLogarithm} on vectors, operation by operation; the last few values one at a time.
 */
final class DoubleLogarithmLanes {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  private DoubleLogarithmLanes() {}

  /** As {@link DoubleLogarithm#log}. */
  static void log(double[] x, int xAt, double[] y, int yAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, x, xAt + i);
      VectorMask<Double> small = value.compare(VectorOperators.LT, Double.MIN_NORMAL);
      LongVector bits = value.blend(value.mul(LIFT), small).reinterpretAsLongs();
      LongVector power = bits.sub(ROOT).lanewise(VectorOperators.ASHR, FRACTION);
      DoubleVector offset = DoubleVector.broadcast(SPECIES, MAGIC).blend(LIFTED, small);
      DoubleVector k = power.add(MAGIC_BITS).reinterpretAsDoubles().sub(offset);
      DoubleVector f =
          bits.sub(power.lanewise(VectorOperators.LSHL, FRACTION)).reinterpretAsDoubles().sub(1);
      DoubleVector s = f.div(f.add(2));
      DoubleVector z = s.mul(s);
      DoubleVector rest =
          z.mul(
              z.mul(R6)
                  .add(R5)
                  .mul(z)
                  .add(R4)
                  .mul(z)
                  .add(R3)
                  .mul(z)
                  .add(R2)
                  .mul(z)
                  .add(R1)
                  .mul(z)
                  .add(R0));
      DoubleVector half = f.mul(HALF).mul(f);
      DoubleVector low = s.mul(half.add(rest)).add(k.mul(LN2_LOW));
      DoubleVector near = k.mul(LN2_HIGH).sub(half.sub(low).sub(f));
      value
          .blend(near, value.compare(VectorOperators.LT, Double.POSITIVE_INFINITY))
          .blend(Double.NaN, value.compare(VectorOperators.LT, 0))
          .blend(Double.NEGATIVE_INFINITY, value.compare(VectorOperators.EQ, 0))
          .intoArray(y, yAt + i);
    }
    ScalarDoubleFunctions.log(x, xAt + full, y, yAt + full, count - full);
  }
}
