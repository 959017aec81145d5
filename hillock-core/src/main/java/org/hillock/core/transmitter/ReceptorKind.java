package org.hillock.core.transmitter;

import java.util.Optional;

/**
 * What listens to transmitters; the sign belongs to it, not to the transmitter.
 *
 * @param name as a receptor of a neuron model is named, such as {@code gaba_a}
 * @param called as papers write it, such as {@code GABA-A}
 * @param gate how it acts
 * @param sign what it does when it is bound
 * @param kinetics its course in time, where there is a usual one
 * @param reversalMv the potential in mV at which its current turns around, where it has a usual one
 * @param magnesium the block that depolarisation lifts; only NMDA receptors have one
 * @param numbers where the numbers are from, {@code textbook value} where no one measurement is
 *     meant; empty where there are none
 * @param meaning in a few words
 * @param source author and year
 * @param doi of the source
 */
public record ReceptorKind(
    String name,
    String called,
    Gate gate,
    Action sign,
    Optional<Kinetics> kinetics,
    Optional<Double> reversalMv,
    Optional<MagnesiumBlock> magnesium,
    String numbers,
    String meaning,
    String source,
    String doi) {

  /** How a receptor acts. */
  public enum Gate {
    /** It is a channel. */
    IONOTROPIC,
    /** It acts through a G protein. */
    METABOTROPIC,
    /** It is no receptor of the membrane, but an enzyme inside the cell. */
    ENZYME
  }

  /**
   * The time constants of a conductance that grows and falls after a spike.
   *
   * @param riseMs in ms, above 0
   * @param decayMs in ms, above the rise
   */
  public record Kinetics(double riseMs, double decayMs) {
    public Kinetics {
      if (!(riseMs > 0 && decayMs > riseMs && decayMs < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("rise " + riseMs + ", decay " + decayMs + " ms");
      }
    }
  }

  /**
   * The block of NMDA receptors by magnesium (Jahr and Stevens 1990, doi
   * 10.1523/JNEUROSCI.10-09-03178.1990): the open share is 1 / (1 + k [Mg] exp(-s V)).
   *
   * @param perMm k, in 1/mM
   * @param perMv s, in 1/mV
   */
  public record MagnesiumBlock(double perMm, double perMv) {
    public MagnesiumBlock {
      if (!(perMm > 0 && perMv > 0)) {
        throw new IllegalArgumentException("block " + perMm + " /mM, " + perMv + " /mV");
      }
    }

    /**
     * The share that is not blocked, in 0..1.
     *
     * @param potentialMv of the membrane, in mV
     * @param magnesiumMm concentration outside, in mM
     */
    public double open(double potentialMv, double magnesiumMm) {
      return 1 / (1 + perMm * magnesiumMm * StrictMath.exp(-perMv * potentialMv));
    }
  }
}
