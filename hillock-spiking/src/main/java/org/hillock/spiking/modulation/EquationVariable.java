package org.hillock.spiking.modulation;

import java.util.Map;
import org.hillock.core.equation.ModulatorText;
import org.hillock.core.equation.NeuronEquations;
import org.hillock.core.network.Modulator;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;

/**
 * A modulator with equations of its own. They are compiled as those of a neuron are, with the
 * clock's interval as the step: what is linear goes exactly, the rest by the method that is chosen
 * there.
 *
 * <p>Drives stand still in an interval: a schedule at its beginning, or in the middle of its
 * straight line; {@code t} is the middle of the interval. A level that is a definition is what it
 * says at the point itself, of the schedule there and the activity behind.
 */
final class EquationVariable implements SlowVariable {

  private final Modulator modulator;
  private final ModulatorText text;
  private final TextStep way;
  private final TextStep levelAtEnd;

  /** Whether a first interval has been gone through before anything runs. */
  private final boolean tried;

  private Hand hand = Hand.NONE;
  private double level;

  EquationVariable(Modulator modulator, double intervalMs) {
    this.modulator = modulator;
    text = modulator.equations().orElseThrow();
    way = new TextStep(modulator, TextStep.Part.WAY, intervalMs);
    levelAtEnd = new TextStep(modulator, TextStep.Part.LEVEL_AT_END, intervalMs);
    restart();
    advance(new Interval(0, intervalMs, new double[modulator.activities().size()], Map.of()));
    restart();
    tried = true;
  }

  @Override
  public void restart() {
    for (int k = 0; k < way.meeting.state.length; k++) {
      way.meeting.state[k] = way.lowered.initial()[k][0];
    }
    level = modulator.startLevel();
  }

  @Override
  public void heed(Hand newHand, double timeMs) {
    hand = newHand;
    hand.held().ifPresent(this::setLevel);
  }

  private void setLevel(double value) {
    level = value;
    if (text.levelIsState()) {
      int k = way.lowered.state(ModulatorText.LEVEL);
      way.meeting.state[k] = value - way.lowered.shift(k, 0);
    }
  }

  @Override
  public void advance(Interval interval) {
    way.run(interval, hand);
    for (int k = 0; k < way.meeting.state.length; k++) {
      double after = way.meeting.after[k];
      if (!Double.isFinite(after)) {
        NeuronEquations.State lost = text.equations().states().get(k);
        String what = "line " + lost.line() + ": '" + lost.name() + "'";
        throw lost(what, after, interval, way.culprit(k));
      }
      way.meeting.state[k] = after;
    }
    if (hand.held().isPresent()) {
      setLevel(hand.held().getAsDouble());
      return;
    }
    double reached = reached(interval);
    level = SlowVariable.clip(reached);
    if (level != reached) {
      setLevel(level);
    }
  }

  private double reached(Interval interval) {
    if (text.levelIsState()) {
      return state(way.lowered.state(ModulatorText.LEVEL));
    }
    for (int k = 0; k < levelAtEnd.meeting.state.length; k++) {
      levelAtEnd.meeting.state[k] = state(k);
    }
    levelAtEnd.run(interval, hand);
    double reached = levelAtEnd.meeting.output;
    if (!Double.isFinite(reached)) {
      throw lost("the level", reached, interval, "");
    }
    return reached;
  }

  private double state(int k) {
    return way.meeting.state[k] + way.lowered.shift(k, 0);
  }

  private RuntimeException lost(String what, double value, Interval interval, String why) {
    String path = "modulators." + modulator.name() + ".equations";
    return tried
        ? new FailureException(
            path
                + ": "
                + what
                + " is "
                + value
                + " at "
                + Quantity.text(interval.toMs())
                + " ms"
                + why)
        : new UsageException(path, what + " becomes " + value + " in the first interval" + why);
  }

  @Override
  public double level() {
    return level;
  }

  @Override
  public double value(String variable) {
    if (variable.equals(ModulatorText.LEVEL)) {
      return level;
    }
    return way.lowered.hasState(variable)
        ? state(way.lowered.state(variable))
        : way.lowered.defined(variable, 0, k -> way.meeting.state[k]);
  }
}
