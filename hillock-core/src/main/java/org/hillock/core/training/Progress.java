package org.hillock.core.training;

/** Hears how long work goes on, and can ask it to stop. */
public interface Progress {

  /** Hears nothing and never stops. */
  Progress NONE = (fraction, what) -> {};

  /**
   * So much is done.
   *
   * @param fraction 0..1 of the work it was made for
   * @param what is being done, in a few words
   */
  void report(double fraction, String what);

  /** Whether the user has asked to stop; work then ends soon and keeps what it has. */
  default boolean stopped() {
    return false;
  }

  /**
   * A part of this progress, from {@code from} to {@code to}, named for what it does; a name may be
   * empty.
   */
  default Progress part(double from, double to, String name) {
    Progress whole = this;
    return new Progress() {
      @Override
      public void report(double fraction, String what) {
        String shown = name.isEmpty() ? what : what.isEmpty() ? name : name + ": " + what;
        whole.report(from + (to - from) * Math.clamp(fraction, 0, 1), shown);
      }

      @Override
      public boolean stopped() {
        return whole.stopped();
      }
    };
  }
}
