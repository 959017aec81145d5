package org.hillock.core.random;

/** What a random number is for: a part of its address, so that no two uses share numbers. */
public enum Purpose {
  CONNECTIVITY(1),
  WEIGHT(2),
  DELAY(3),
  PARAMETER(4),
  SPIKE_SOURCE(5),
  NOISE(6),
  SPLIT(7),
  TRAINING(8),
  EXPERIMENT(9),
  INITIAL_WEIGHT(10),
  TRIAL(11),
  RELEASE(12);

  private final int code;

  Purpose(int code) {
    this.code = code;
  }

  /** 1 to 127, stable across versions: recorded results depend on it. */
  public int code() {
    return code;
  }
}
