package org.hillock.spiking.modulation;

import org.hillock.core.network.Modulator;
import org.hillock.core.network.Schedule;

/**
 * A level that stays, that is at once what a schedule says, or that follows its drive with a time
 * constant, exactly.
 */
final class FollowingVariable implements SlowVariable {

  private final Modulator modulator;
  private final double intervalMs;

  /** What is left of a difference after an interval. */
  private final double kept;

  /** How much of a slope is lagged behind, in ms. */
  private final double tauMs;

  private Hand hand = Hand.NONE;
  private double level;

  FollowingVariable(Modulator modulator, double intervalMs) {
    this.modulator = modulator;
    this.intervalMs = intervalMs;
    tauMs = modulator.tauMs().orElse(0.0);
    kept = modulator.followsAtOnce() ? 0 : StrictMath.exp(-intervalMs / tauMs);
  }

  @Override
  public void restart() {
    level = modulator.startLevel();
  }

  @Override
  public void heed(Hand newHand, double timeMs) {
    hand = newHand;
    if (hand.held().isPresent()) {
      level = hand.held().getAsDouble();
    } else if (modulator.followsAtOnce()) {
      level = atOnce(timeMs);
    }
  }

  @Override
  public void advance(Interval interval) {
    if (hand.held().isPresent()) {
      level = hand.held().getAsDouble();
    } else if (modulator.followsAtOnce()) {
      level = atOnce(interval.toMs());
    } else {
      level = SlowVariable.clip(followed(interval));
    }
  }

  private double atOnce(double timeMs) {
    double known = modulator.schedule().map(s -> s.at(timeMs)).orElse(modulator.level());
    return SlowVariable.clip(known + hand.added());
  }

  /** The level at the end; the schedule's part of the drive runs straight to there. */
  private double followed(Interval interval) {
    double from = interval.activity() + hand.added();
    double to = from;
    if (modulator.schedule().isPresent()) {
      Schedule schedule = modulator.schedule().get();
      double before = schedule.at(interval.fromMs());
      from += before;
      to +=
          schedule.interpolation() == Schedule.Interpolation.LINEAR
              ? schedule.at(interval.toMs())
              : before;
    }
    // a straight drive is followed at a distance of its slope times tau
    double behind = (to - from) / intervalMs * tauMs;
    return to - behind + (level - from + behind) * kept;
  }

  @Override
  public double level() {
    return level;
  }

  @Override
  public double value(String variable) {
    return level;
  }
}
