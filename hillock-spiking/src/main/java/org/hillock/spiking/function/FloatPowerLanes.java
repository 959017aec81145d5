package org.hillock.spiking.function;

import static org.hillock.spiking.function.DoubleExponentials.FRACTION;
import static org.hillock.spiking.function.DoubleExponentials.HALF;
import static org.hillock.spiking.function.DoubleExponentials.LN2_HIGH;
import static org.hillock.spiking.function.DoubleExponentials.LN2_LOW;
import static org.hillock.spiking.function.DoubleExponentials.LOG2_E;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC_BITS;
import static org.hillock.spiking.function.DoubleExponentials.ONE;
import static org.hillock.spiking.function.DoubleExponentials.SIGN;
import static org.hillock.spiking.function.DoubleLogarithm.ROOT;
import static org.hillock.spiking.function.DoublePower.WHOLE;
import static org.hillock.spiking.function.FloatPower.HIGHEST;
import static org.hillock.spiking.function.FloatPower.LOWEST;
import static org.hillock.spiking.function.FloatPower.P1;
import static org.hillock.spiking.function.FloatPower.P2;
import static org.hillock.spiking.function.FloatPower.P3;
import static org.hillock.spiking.function.FloatPower.P4;
import static org.hillock.spiking.function.FloatPower.P5;
import static org.hillock.spiking.function.FloatPower.R0;
import static org.hillock.spiking.function.FloatPower.R1;
import static org.hillock.spiking.function.FloatPower.R2;
import static org.hillock.spiking.function.FloatPower.R3;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** {@link FloatPower} on vectors, operation by operation; the last few values one at a time. */
final class FloatPowerLanes {

  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  /** As many values as there are doubles in a vector. */
  private static final VectorSpecies<Float> SPECIES =
      VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));

  private FloatPowerLanes() {}

  /** As {@link FloatPower#pow}. */
  static void pow(float[] x, int xAt, float[] y, int yAt, float[] z, int zAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      FloatVector narrow = FloatVector.fromArray(SPECIES, x, xAt + i);
      FloatVector narrowExponent = FloatVector.fromArray(SPECIES, y, yAt + i);
      DoubleVector value = (DoubleVector) narrow.convertShape(VectorOperators.F2D, DOUBLES, 0);
      DoubleVector exponentIn =
          (DoubleVector) narrowExponent.convertShape(VectorOperators.F2D, DOUBLES, 0);
      DoubleVector base = value.abs();
      LongVector bits = base.reinterpretAsLongs();
      LongVector power = bits.sub(ROOT).lanewise(VectorOperators.ASHR, FRACTION);
      DoubleVector k = power.add(MAGIC_BITS).reinterpretAsDoubles().sub(MAGIC);
      DoubleVector f =
          bits.sub(power.lanewise(VectorOperators.LSHL, FRACTION)).reinterpretAsDoubles().sub(1);
      DoubleVector s = f.div(f.add(2));
      DoubleVector square = s.mul(s);
      DoubleVector rest =
          s.mul(square.mul(square.mul(R3).add(R2).mul(square).add(R1).mul(square).add(R0)));
      DoubleVector near = k.mul(LN2_HIGH).add(s.mul(2).add(rest.add(k.mul(LN2_LOW))));
      DoubleVector logarithm =
          base.blend(near, base.compare(VectorOperators.LT, Double.POSITIVE_INFINITY))
              .blend(Double.NEGATIVE_INFINITY, base.compare(VectorOperators.EQ, 0));
      DoubleVector product = exponentIn.mul(logarithm);
      DoubleVector v =
          product
              .blend(HIGHEST, product.compare(VectorOperators.GT, HIGHEST))
              .blend(LOWEST, product.compare(VectorOperators.LT, LOWEST))
              .blend(0, base.compare(VectorOperators.EQ, 1));
      DoubleVector rounded = v.mul(LOG2_E).add(MAGIC);
      DoubleVector n = rounded.sub(MAGIC);
      DoubleVector r = v.sub(n.mul(LN2_HIGH)).sub(n.mul(LN2_LOW));
      DoubleVector polynomial = r.mul(P5).add(P4).mul(r).add(P3).mul(r).add(P2).mul(r).add(P1);
      DoubleVector exponential = r.add(r.mul(r).mul(polynomial.mul(r).add(HALF))).add(1);
      DoubleVector twos =
          rounded
              .reinterpretAsLongs()
              .lanewise(VectorOperators.LSHL, FRACTION)
              .add(ONE)
              .reinterpretAsDoubles();
      DoubleVector result = exponential.mul(twos);
      DoubleVector size = exponentIn.abs();
      VectorMask<Double> wholeExponent =
          size.add(WHOLE)
              .sub(WHOLE)
              .compare(VectorOperators.EQ, size)
              .or(size.compare(VectorOperators.GE, WHOLE));
      DoubleVector halved = size.mul(HALF);
      VectorMask<Double> even =
          halved
              .add(WHOLE)
              .sub(WHOLE)
              .compare(VectorOperators.EQ, halved)
              .or(halved.compare(VectorOperators.GE, WHOLE));
      VectorMask<Double> odd = wholeExponent.andNot(even);
      LongVector sign = value.reinterpretAsLongs().and(SIGN);
      DoubleVector flipped = result.reinterpretAsLongs().or(sign).reinterpretAsDoubles();
      VectorMask<Double> negative =
          value
              .compare(VectorOperators.LT, 0)
              .and(base.compare(VectorOperators.LT, Double.POSITIVE_INFINITY));
      VectorMask<Double> one =
          exponentIn.compare(VectorOperators.EQ, 0).or(value.compare(VectorOperators.EQ, 1));
      DoubleVector signed =
          result
              .blend(flipped, odd)
              .blend(Double.NaN, negative.andNot(wholeExponent))
              .blend(1, one);
      FloatVector rounding = (FloatVector) signed.convertShape(VectorOperators.D2F, SPECIES, 0);
      rounding.intoArray(z, zAt + i);
    }
    ScalarFloatFunctions.pow(x, xAt + full, y, yAt + full, z, zAt + full, count - full);
  }
}
