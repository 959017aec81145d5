package org.hillock.spiking.modulation;

/** A modulator in motion. */
sealed interface SlowVariable permits FollowingVariable, EquationVariable {

  /**
   * What lies between two points of the clock.
   *
   * @param fromMs time of the point before
   * @param toMs time of the point that is reached
   * @param activities what each activity of the modulator drives with
   * @param levels of all modulators at the point before
   */
  record Interval(
      double fromMs, double toMs, double[] activities, java.util.Map<String, Double> levels) {

    /** All activities together. */
    double activity() {
      double sum = 0;
      for (double each : activities) {
        sum += each;
      }
      return sum;
    }
  }

  /** Back to the start. */
  void restart();

  /** A hand does something from a moment on, which need not be a point of the clock. */
  void heed(Hand hand, double timeMs);

  /** Goes on to the next point. */
  void advance(Interval interval);

  /** The level now, within 0..1. */
  double level();

  /** A variable that can be recorded, now. */
  double value(String variable);

  /** Within the range of levels. */
  static double clip(double level) {
    return Math.max(0, Math.min(1, level));
  }
}
