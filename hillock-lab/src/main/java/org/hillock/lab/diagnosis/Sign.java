package org.hillock.lab.diagnosis;

/** What can be wrong with a population. */
public enum Sign {
  SILENT("silent", "no neuron fires"),
  RUNAWAY("runaway", "its activity feeds itself without bound"),
  SATURATED("saturated", "neurons stand at the end of what they can say"),
  DEAD("dead", "neurons answer all inputs alike"),
  OSCILLATING("oscillating", "its neurons keep a common beat"),
  SYNCHRONOUS("synchronous", "its neurons fire together"),
  DUPLICATED("duplicated", "several neurons do the same");

  private final String word;
  private final String meaning;

  Sign(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** As it is told and written into files. */
  public String word() {
    return word;
  }

  /** In a few words. */
  public String meaning() {
    return meaning;
  }
}
