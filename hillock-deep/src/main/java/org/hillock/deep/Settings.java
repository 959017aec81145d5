package org.hillock.deep;

import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.ParameterSpec.Range;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.TrainingOptions;

/** The settings of one training, checked. */
final class Settings {

  private final Trainer trainer;
  private final TrainingOptions options;

  /**
   * Checks every setting that is given.
   *
   * @throws UsageException where one is unknown or out of its range
   */
  Settings(Trainer trainer, TrainingOptions options) {
    options.check(trainer);
    this.trainer = trainer;
    this.options = options;
  }

  static ParameterSpec spec(String name, double standard, Range range, String meaning) {
    return new ParameterSpec(name, Quantity.of(standard), range, meaning);
  }

  long seed() {
    return options.seed();
  }

  double real(String name) {
    return options.get(trainer, name);
  }

  /** A share, at least 0 and below 1. */
  double share(String name) {
    double value = real(name);
    if (value >= 1) {
      throw bad(name, value, "below 1");
    }
    return value;
  }

  int whole(String name) {
    double value = real(name);
    if (value != Math.rint(value) || value < 1 || value > Integer.MAX_VALUE) {
      throw bad(name, value, "a whole number of 1 or more");
    }
    return (int) value;
  }

  boolean flag(String name) {
    double value = real(name);
    if (value != 0 && value != 1) {
      throw bad(name, value, "0 or 1");
    }
    return value == 1;
  }

  private UsageException bad(String name, double value, String allowed) {
    return new UsageException(
        trainer.name() + "." + name, Quantity.text(value) + " is not " + allowed);
  }
}
