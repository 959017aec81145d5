package org.hillock.core.transmitter;

import java.util.Locale;

/**
 * What a transmitter is chemically; catecholamines are monoamines that have a class of their own.
 */
public enum TransmitterClass {
  AMINO_ACID,
  ACETYLCHOLINE,
  MONOAMINE,
  CATECHOLAMINE,
  PEPTIDE,
  PURINE,
  GAS,
  LIPID;

  /** As people write it, such as {@code amino acid}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
