package org.hillock.core.training;

import java.util.Map;
import java.util.TreeMap;
import org.hillock.core.network.ParameterSpec;
import org.hillock.core.network.Shape;
import org.hillock.core.network.Values;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;

/**
 * How a rule trains.
 *
 * @param seed of the order of samples and of all that is drawn
 * @param settings values by name, where they differ from the rule's standard ones
 * @param checkpoints where rules that take long leave what they have reached; others pass it over
 */
public record TrainingOptions(long seed, Map<String, Quantity> settings, Checkpoints checkpoints) {

  public TrainingOptions {
    settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  /** Keeps no checkpoints. */
  public TrainingOptions(long seed, Map<String, Quantity> settings) {
    this(seed, settings, Checkpoints.NONE);
  }

  /** The same, with checkpoints kept there. */
  public TrainingOptions keeping(Checkpoints newCheckpoints) {
    return new TrainingOptions(seed, settings, newCheckpoints);
  }

  /** The rule's standard settings. */
  public static TrainingOptions seeded(long seed) {
    return new TrainingOptions(seed, Map.of());
  }

  /** The same with one setting more, a plain number. */
  public TrainingOptions with(String name, double value) {
    Map<String, Quantity> more = new TreeMap<>(settings);
    more.put(name, Quantity.of(value));
    return new TrainingOptions(seed, more, checkpoints);
  }

  /**
   * Checks every setting against what the rule knows.
   *
   * @throws UsageException with the nearest known name, or the value and what is allowed
   */
  public void check(Trainer trainer) {
    settings.forEach((name, value) ->
        spec(trainer, name)
            .check(trainer.name() + "." + name, new Values.Constant(value), Shape.of(1)));
  }

  /** A setting's value, given or standard, in the unit of the rule's standard one. */
  public double get(Trainer trainer, String name) {
    ParameterSpec spec = spec(trainer, name);
    return settings.getOrDefault(name, spec.standard()).in(spec.standard().unit());
  }

  private static ParameterSpec spec(Trainer trainer, String name) {
    return trainer.settings().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                trainer.name()
                    + " has no setting '"
                    + name
                    + "'; "
                    + NearestName.hint(
                        name, trainer.settings().stream().map(ParameterSpec::name).toList())));
  }
}
