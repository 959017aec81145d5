package org.hillock.spiking.function;

import static org.hillock.spiking.function.DoubleExponentials.FRACTION;
import static org.hillock.spiking.function.DoubleExponentials.HALF;
import static org.hillock.spiking.function.DoubleExponentials.HIGHEST;
import static org.hillock.spiking.function.DoubleExponentials.LN2_HIGH;
import static org.hillock.spiking.function.DoubleExponentials.LN2_LOW;
import static org.hillock.spiking.function.DoubleExponentials.LOG2_E;
import static org.hillock.spiking.function.DoubleExponentials.LOWEST;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC;
import static org.hillock.spiking.function.DoubleExponentials.MAGIC_BITS;
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
import static org.hillock.spiking.function.DoubleExponentials.SIGN;
import static org.hillock.spiking.function.DoubleLogarithm.LIFT;
import static org.hillock.spiking.function.DoubleLogarithm.LIFTED;
import static org.hillock.spiking.function.DoubleLogarithm.ROOT;
import static org.hillock.spiking.function.DoublePower.GREATEST;
import static org.hillock.spiking.function.DoublePower.LEADING;
import static org.hillock.spiking.function.DoublePower.R1;
import static org.hillock.spiking.function.DoublePower.R2;
import static org.hillock.spiking.function.DoublePower.R3;
import static org.hillock.spiking.function.DoublePower.R4;
import static org.hillock.spiking.function.DoublePower.R5;
import static org.hillock.spiking.function.DoublePower.R6;
import static org.hillock.spiking.function.DoublePower.R7;
import static org.hillock.spiking.function.DoublePower.THIRDS;
import static org.hillock.spiking.function.DoublePower.THIRDS_REST;
import static org.hillock.spiking.function.DoublePower.WHOLE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link DoublePower} on vectors, operation by operation; the last few values one at a time. */
final class DoublePowerLanes {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  private DoublePowerLanes() {}

  /** As {@link DoublePower#pow}. */
  static void pow(double[] x, int xAt, double[] y, int yAt, double[] z, int zAt, int count) {
    int full = SPECIES.loopBound(count);
    for (int i = 0; i < full; i += SPECIES.length()) {
      DoubleVector value = DoubleVector.fromArray(SPECIES, x, xAt + i);
      DoubleVector exponentIn = DoubleVector.fromArray(SPECIES, y, yAt + i);
      DoubleVector base = value.abs();
      VectorMask<Double> small = base.compare(VectorOperators.LT, Double.MIN_NORMAL);
      LongVector bits = base.blend(base.mul(LIFT), small).reinterpretAsLongs();
      LongVector power = bits.sub(ROOT).lanewise(VectorOperators.ASHR, FRACTION);
      DoubleVector offset = DoubleVector.broadcast(SPECIES, MAGIC).blend(LIFTED, small);
      DoubleVector k = power.add(MAGIC_BITS).reinterpretAsDoubles().sub(offset);
      DoubleVector f =
          bits.sub(power.lanewise(VectorOperators.LSHL, FRACTION)).reinterpretAsDoubles().sub(1);
      DoubleVector two = DoubleVector.broadcast(SPECIES, 2);
      DoubleVector divisor = two.add(f);
      DoubleVector divisorRest = two.sub(divisor).add(f);
      DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1).div(divisor);
      DoubleVector s = f.mul(inverse);
      DoubleVector sHead = s.reinterpretAsLongs().and(LEADING).reinterpretAsDoubles();
      DoubleVector sTail = s.sub(sHead);
      DoubleVector divisorHead = divisor.reinterpretAsLongs().and(LEADING).reinterpretAsDoubles();
      DoubleVector divisorTail = divisor.sub(divisorHead);
      DoubleVector left =
          f.sub(sHead.mul(divisorHead)).sub(sHead.mul(divisorTail)).sub(sTail.mul(divisorHead));
      DoubleVector sRest = left.sub(sTail.mul(divisorTail)).sub(s.mul(divisorRest)).mul(inverse);
      DoubleVector square = s.mul(s);
      DoubleVector squareRest =
          sHead
              .mul(sHead)
              .sub(square)
              .add(sHead.mul(2).mul(sTail))
              .add(sTail.mul(sTail))
              .add(s.mul(2).mul(sRest));
      DoubleVector more =
          square.mul(
              square
                  .mul(R7)
                  .add(R6)
                  .mul(square)
                  .add(R5)
                  .mul(square)
                  .add(R4)
                  .mul(square)
                  .add(R3)
                  .mul(square)
                  .add(R2)
                  .mul(square)
                  .add(R1));
      DoubleVector thirds = DoubleVector.broadcast(SPECIES, THIRDS);
      DoubleVector factor = thirds.add(more);
      DoubleVector factorRest = thirds.sub(factor).add(more).add(THIRDS_REST);
      DoubleVector factorHead = factor.reinterpretAsLongs().and(LEADING).reinterpretAsDoubles();
      DoubleVector factorTail = factor.sub(factorHead);
      DoubleVector squareHead = square.reinterpretAsLongs().and(LEADING).reinterpretAsDoubles();
      DoubleVector squareTail = square.sub(squareHead);
      DoubleVector series = square.mul(factor);
      DoubleVector seriesRest =
          squareHead
              .mul(factorHead)
              .sub(series)
              .add(squareHead.mul(factorTail))
              .add(squareTail.mul(factorHead))
              .add(squareTail.mul(factorTail))
              .add(square.mul(factorRest).add(squareRest.mul(factor)));
      DoubleVector seriesHead = series.reinterpretAsLongs().and(LEADING).reinterpretAsDoubles();
      DoubleVector seriesTail = series.sub(seriesHead);
      DoubleVector term = s.mul(series);
      DoubleVector termRest =
          sHead
              .mul(seriesHead)
              .sub(term)
              .add(sHead.mul(seriesTail))
              .add(sTail.mul(seriesHead))
              .add(sTail.mul(seriesTail))
              .add(s.mul(seriesRest).add(sRest.mul(series)));
      DoubleVector whole = k.mul(LN2_HIGH);
      DoubleVector twice = s.mul(2);
      DoubleVector first = whole.add(twice);
      DoubleVector firstRest = whole.sub(first).add(twice);
      DoubleVector second = first.add(term);
      DoubleVector secondRest = first.sub(second).add(term);
      DoubleVector rests =
          firstRest.add(secondRest).add(sRest.mul(2).add(termRest)).add(k.mul(LN2_LOW));
      DoubleVector near = second.add(rests);
      DoubleVector nearRest = second.sub(near).add(rests);
      DoubleVector logarithm =
          base.blend(near, base.compare(VectorOperators.LT, Double.POSITIVE_INFINITY))
              .blend(Double.NEGATIVE_INFINITY, base.compare(VectorOperators.EQ, 0));
      DoubleVector exponent =
          exponentIn
              .blend(GREATEST, exponentIn.compare(VectorOperators.GT, GREATEST))
              .blend(-GREATEST, exponentIn.compare(VectorOperators.LT, -GREATEST));
      DoubleVector logarithmHead =
          logarithm.reinterpretAsLongs().and(LEADING).reinterpretAsDoubles();
      DoubleVector logarithmTail = logarithm.sub(logarithmHead);
      DoubleVector exponentHead = exponent.reinterpretAsLongs().and(LEADING).reinterpretAsDoubles();
      DoubleVector exponentTail = exponent.sub(exponentHead);
      DoubleVector product = exponent.mul(logarithm);
      DoubleVector productRest =
          exponentHead
              .mul(logarithmHead)
              .sub(product)
              .add(exponentHead.mul(logarithmTail))
              .add(exponentTail.mul(logarithmHead))
              .add(exponentTail.mul(logarithmTail))
              .add(exponent.mul(nearRest));
      VectorMask<Double> above = product.compare(VectorOperators.GT, HIGHEST);
      VectorMask<Double> below = product.compare(VectorOperators.LT, LOWEST);
      VectorMask<Double> unit = base.compare(VectorOperators.EQ, 1);
      DoubleVector v = product.blend(HIGHEST, above).blend(LOWEST, below).blend(0, unit);
      DoubleVector vRest = productRest.blend(0, above.or(below).or(unit));
      DoubleVector rounded = v.mul(LOG2_E).add(MAGIC);
      DoubleVector n = rounded.sub(MAGIC);
      DoubleVector high = v.sub(n.mul(LN2_HIGH));
      DoubleVector low = n.mul(LN2_LOW).sub(vRest);
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
              .add(P1);
      DoubleVector exponential = r.add(r.mul(r).mul(polynomial.mul(r).add(HALF)).add(rest)).add(1);
      LongVector twos = rounded.reinterpretAsLongs();
      LongVector half = twos.lanewise(VectorOperators.ASHR, 1);
      DoubleVector firstTwo =
          half.lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsDoubles();
      DoubleVector secondTwo =
          twos.sub(half).lanewise(VectorOperators.LSHL, FRACTION).add(ONE).reinterpretAsDoubles();
      DoubleVector result = exponential.mul(firstTwo).mul(secondTwo);
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
      signed.intoArray(z, zAt + i);
    }
    ScalarDoubleFunctions.pow(x, xAt + full, y, yAt + full, z, zAt + full, count - full);
  }
}
