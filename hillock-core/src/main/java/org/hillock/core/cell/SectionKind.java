package org.hillock.core.cell;

import java.util.Arrays;
import java.util.Optional;

/** Which part of a nerve cell a section is. */
public enum SectionKind {
  /** The body of the cell. */
  SOMA("soma"),
  /** A dendrite; in pyramidal cells a basal one. */
  DENDRITE("dend"),
  /** A dendrite of the apical tree of a pyramidal cell. */
  APICAL("apic"),
  /** Where the axon begins and spikes are made. */
  HILLOCK("hillock"),
  /** The axon. */
  AXON("axon"),
  /** The end of an axon, which releases transmitter. */
  TERMINAL("terminal"),
  /** What is none of these, or not known. */
  OTHER("other");

  private final String word;

  SectionKind(String word) {
    this.word = word;
  }

  /** The word that stands for it in files, names and regions. */
  public String word() {
    return word;
  }

  /** The kind that a word stands for. */
  public static Optional<SectionKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  /** Whether it belongs to what carries spikes away from the soma. */
  public boolean isAxonal() {
    return this == HILLOCK || this == AXON || this == TERMINAL;
  }
}
