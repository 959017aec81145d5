package org.hillock.lab.plasticity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.equation.NeuronEquations.Assignment;
import org.hillock.core.equation.Reserved;
import org.hillock.core.equation.StartingPoint;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/**
 * One plastic synapse, followed from event to event in double precision: between events its states
 * move exactly, at events the statements of its rule are done one after the other.
 *
 * <p>It is the only synapse of its target, so a sum over incoming synapses is its own value.
 */
public final class OneSynapse {

  /** What {@code dt} is for a rule that reads it: there are no steps here. */
  private static final double STEP_MS = 0.1;

  /** Times that differ by less are the same, ms. */
  private static final double SAME_MS = 1e-9;

  private final SynapseText rule;
  private final double least;
  private final double most;
  private final Map<String, Double> values = new HashMap<>();
  private final List<StateGroup> groups = new ArrayList<>();
  private final double[] intervals;
  private final long[] passed;
  private double nowMs;
  private boolean passing = true;
  private boolean held;
  private double drift;

  /**
   * A synapse with weights from 0 to 1.
   *
   * @param parameters instead of the standard ones
   * @param weight at the start, a share of the largest
   * @throws UsageException where states of the rule do not move linearly between events
   */
  public OneSynapse(SynapseText rule, Map<String, Quantity> parameters, double weight) {
    this(rule, parameters, 0, 1, weight);
  }

  /** The same between other bounds. */
  public OneSynapse(
      SynapseText rule,
      Map<String, Quantity> parameters,
      double least,
      double most,
      double weight) {
    if (!followed(rule)) {
      throw new UsageException(
          rule.name(), "the states do not move linearly, and so cannot be followed exactly");
    }
    this.rule = rule;
    this.least = least;
    this.most = most;
    values.putAll(rule.named(parameters));
    values.put(Reserved.STEP, STEP_MS);
    for (NeuronEquations.ModulatorRead m : rule.modulators()) {
      values.put(m.name(), m.standard().in(Unit.coherent(m.standard().unit().dimension())));
    }
    StartingPoint point = rule.at(values);
    List.of(rule.before(), rule.behind(), rule.within())
        .forEach(states -> groups.add(new StateGroup(states, point, values)));
    values.put(Reserved.WEIGHT, weight);
    intervals = rule.every().stream().mapToDouble(e -> point.value(e.interval())).toArray();
    passed = new long[intervals.length];
  }

  /** Whether a rule can be followed exactly. */
  public static boolean followed(SynapseText rule) {
    return rule.linear(rule.before()) && rule.linear(rule.behind()) && rule.linear(rule.within());
  }

  /** Leaves out what is done at regular times. */
  public OneSynapse withoutPasses() {
    passing = false;
    return this;
  }

  /** Brings the weight back after each event; {@link #drift} is the sum of what it would do. */
  public OneSynapse holdingWeight() {
    held = true;
    return this;
  }

  /** Sets the level of a modulator from now on. */
  public void modulator(String name, double level) {
    values.put(name, level);
  }

  /**
   * A spike arrives.
   *
   * @param timeMs not before what happened last; at the time of a spike of the target it comes
   *     after it
   * @return what it brings, a share of the largest weight
   */
  public double arrive(double timeMs) {
    advance(timeMs);
    double found = weight();
    statements(rule.onPre());
    return rule.send().map(this::value).orElse(found);
  }

  /**
   * The target fires.
   *
   * @param timeMs as of {@link #arrive}; what is done at regular times comes after it
   */
  public void fire(double timeMs) {
    passes(timeMs - SAME_MS);
    move(timeMs);
    statements(rule.onPost());
  }

  /** Lets time go by. */
  public void advance(double timeMs) {
    passes(timeMs + SAME_MS);
    move(timeMs);
  }

  /** The weight now, a share of the largest. */
  public double weight() {
    return values.getOrDefault(Reserved.WEIGHT, 0.0);
  }

  /** What events would have done to the weight since the start, where it is held. */
  public double drift() {
    return drift;
  }

  /** A state now, in coherent units. */
  public double state(String name) {
    return java.util.Objects.requireNonNull(values.get(name));
  }

  /** All passes up to a time, one after the other. */
  private void passes(double untilMs) {
    while (passing) {
      int next = -1;
      for (int i = 0; i < intervals.length; i++) {
        boolean sooner = next < 0 || dueMs(i) < dueMs(next);
        next = dueMs(i) <= untilMs && sooner ? i : next;
      }
      if (next < 0) {
        return;
      }
      move(Math.max(nowMs, dueMs(next)));
      passed[next]++;
      pass(rule.every().get(next));
    }
  }

  private double dueMs(int every) {
    return (passed[every] + 1) * intervals[every];
  }

  private void pass(SynapseText.Every every) {
    every.totals().forEach(total -> values.put(total.name(), value(total.of())));
    statements(every.statements());
  }

  private void move(double timeMs) {
    double ms = timeMs - nowMs;
    if (ms < -SAME_MS) {
      throw new IllegalArgumentException(timeMs + " ms is before " + nowMs + " ms");
    }
    groups.forEach(group -> group.move(values, Math.max(0, ms)));
    nowMs = Math.max(nowMs, timeMs);
  }

  private void statements(List<Assignment> line) {
    double before = weight();
    for (Assignment a : line) {
      values.put(a.state(), value(a.value()));
    }
    double after = Math.min(most, Math.max(least, weight()));
    drift += after - before;
    values.put(Reserved.WEIGHT, held ? before : after);
  }

  private double value(org.hillock.core.equation.Expression expression) {
    return rule.at(values).value(expression);
  }
}
