package org.hillock.core.network;

import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/** Between which weights a projection may learn. */
record WeightBounds(String path, Projection p, Plasticity plasticity, Receptor receptor) {

  void check() {
    measured(path + ".w_max", plasticity.most());
    measured(path + ".w_min", plasticity.least());
    Unit unit = plasticity.most().unit();
    double least = plasticity.least().in(unit);
    double most = plasticity.most().value();
    if (!(least < most)) {
      throw new UsageException(
          path + ".w_max",
          plasticity.most() + " is not above the least weight, " + plasticity.least());
    }
    if (receptor.sign() != Receptor.Sign.AS_GIVEN && least < 0) {
      throw new UsageException(
          path + ".w_min",
          plasticity.least()
              + " is below 0, but receptor '"
              + receptor.name()
              + "' sets the sign: give bounds >= 0");
    }
    if (!receptor.port().equals(receptor.portBelow0()) && least < 0 && most > 0) {
      throw new UsageException(
          path + ".w_min",
          "receptor '"
              + receptor.name()
              + "' takes weights above 0 at '"
              + receptor.port()
              + "' and those below at '"
              + receptor.portBelow0()
              + "', and a synapse cannot learn to go from one to the other: bounds from "
              + plasticity.least()
              + " to "
              + plasticity.most()
              + " have both");
    }
    checkWeights(least, most, unit);
  }

  private void measured(String at, Quantity bound) {
    if (!bound.unit().dimension().equals(receptor.weight())) {
      throw new UsageException(
          at,
          bound
              + " is "
              + bound.unit().dimension()
              + ", but weights at receptor '"
              + receptor.name()
              + "' are "
              + receptor.weight());
    }
  }

  /** What is stated must fit; tails of a distribution are brought to the bounds. */
  private void checkWeights(double least, double most, Unit unit) {
    String at = Pathways.weightPath(p);
    Values weights = p.weights();
    switch (weights) {
      case Values.Constant(Quantity quantity) ->
          checkWithin(at, quantity.toString(), quantity.in(unit), least, most);
      case Values.Listed(Numbers numbers, Unit given) -> {
        for (int i = 0; i < numbers.size(); i++) {
          double value = given.to(unit, numbers.get(i));
          if (!within(value, least, most)) {
            checkWithin(
                at + "[" + i + "]",
                new Quantity(numbers.get(i), given).toString(),
                value,
                least,
                most);
          }
        }
      }
      case Values.PerChannel _ ->
          throw new IllegalStateException("weights by channel are refused before");
      case Values.Drawn(Distribution.Uniform u) -> {
        checkWithin(at, text(u.low(), u), u.unit().to(unit, u.low()), least, most);
        checkWithin(at, text(u.high(), u), u.unit().to(unit, u.high()), least, most);
      }
      case Values.Drawn(Distribution d) -> {
        double mean = d.unit().to(unit, d.expectation());
        checkWithin(at, "the mean, " + text(d.expectation(), d) + ",", mean, least, most);
      }
    }
  }

  private static String text(double value, Distribution of) {
    return new Quantity(value, of.unit()).toString();
  }

  /** Single precision and units may take a weight that was learnt a little past its bound. */
  private static boolean within(double value, double least, double most) {
    double slack = 1e-6 * Math.max(Math.abs(least), Math.abs(most));
    return value >= least - slack && value <= most + slack;
  }

  private void checkWithin(String at, String shown, double value, double least, double most) {
    if (!within(value, least, most)) {
      throw new UsageException(
          at,
          shown
              + " is outside the bounds between which the projection learns, "
              + plasticity.least()
              + " to "
              + plasticity.most());
    }
  }
}
