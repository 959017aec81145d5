package org.hillock.core.session;

import java.util.Optional;

/**
 * One thing that reached a neuron and of which its sum is made.
 *
 * @param kind what it is
 * @param source the neuron that it came from, or the modulator; empty for what belongs to the
 *     neuron itself
 * @param through the projection or graph node that carried it, or the receptor, channel or place of
 *     a cell that it came in at; empty where nothing did
 * @param atMs when it arrived, in ms of the session's time; {@link Double#NaN} where it was there
 *     all the time or the network has no time
 * @param sentMs when its source sent it, likewise: a spike's own time
 * @param weight of the synapse, in the unit of the projection; {@link Double#NaN} where there is
 *     none
 * @param carried what the source sent: the value of a rate neuron, 1 for a spike, the number of
 *     vesicles where release is drawn; for what is no synapse, its own size in the unit of the sum
 */
public record Term(
    Kind kind,
    Optional<SiteRef> source,
    String through,
    double atMs,
    double sentMs,
    double weight,
    double carried) {

  /** What was not sent at a moment that is known. */
  public Term(
      Kind kind,
      Optional<SiteRef> source,
      String through,
      double atMs,
      double weight,
      double carried) {
    this(kind, source, through, atMs, Double.NaN, weight, carried);
  }

  /** What a term is. */
  public enum Kind {
    /** What a neuron sent through a synapse. */
    SYNAPSE("synapse"),
    /** What flows from a neuron through an electrical synapse. */
    COUPLING("coupling"),
    /** The neuron's own bias. */
    BIAS("bias"),
    /** Spikes from outside that belong to the neuron's description. */
    DRIVE("external drive"),
    /** What an intervention adds. */
    STIMULUS("stimulus"),
    /** What is drawn in the neuron's own equations. */
    NOISE("noise"),
    /** What levels of modulators make of the rest, against their resting levels. */
    MODULATOR("modulator"),
    /**
     * Where the neuron would be without any input: rest, reset, what its own spikes left behind.
     */
    REST("rest"),
    /**
     * The state at the beginning of what was kept: all that came before. In a network without time,
     * what a source sent in a pass before, with that source, which is asked in turn at that pass.
     */
    HISTORY("history"),
    /** What an operator makes of inputs together that cannot be told apart. */
    OPERATOR("operator");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As it is told and written into files. */
    public String word() {
      return word;
    }
  }

  /** A synapse in a network without time. */
  public static Term synapse(SiteRef source, String through, double weight, double carried) {
    return new Term(Kind.SYNAPSE, Optional.of(source), through, Double.NaN, weight, carried);
  }

  /** Something of the neuron itself. */
  public static Term own(Kind kind, double size) {
    return new Term(kind, Optional.empty(), "", Double.NaN, Double.NaN, size);
  }

  /** Whether it came from a neuron, which can be asked in turn. */
  public boolean fromNeuron() {
    return source.isPresent() && (kind == Kind.SYNAPSE || kind == Kind.COUPLING);
  }
}
