package org.hillock.lab.isolate;

import java.util.List;
import java.util.Optional;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;

/**
 * What a neuron does by itself.
 *
 * @param network its network's name
 * @param engine that cut it out
 * @param site the neuron and the sum that is told
 * @param spiking whether it speaks in spikes; then a response is their number, else its output
 * @param atMs moment of the sum in ms; {@link Double#NaN} without time
 * @param fromMs since when inputs are played; {@link Double#NaN} without time
 * @param unit of the sum; empty for plain numbers
 * @param threshold the sum at which it fires, or above which it puts out more than 0
 * @param additive whether what the inputs bring adds up
 * @param within what it did in the network
 * @param alone what it does cut out, with the same inputs
 * @param same whether these two are the same to the bit
 * @param inputs one by one, the most effective first
 * @param others inputs that were not swept, for they are many
 * @param curves responses to the most effective inputs at other strengths
 * @param stopped whether the user stopped it; what was found until then is there
 */
public record Isolation(
    String network,
    String engine,
    SiteRef site,
    boolean spiking,
    double atMs,
    double fromMs,
    String unit,
    Optional<Double> threshold,
    boolean additive,
    Response within,
    Response alone,
    boolean same,
    List<Input> inputs,
    int others,
    List<Curve> curves,
    boolean stopped) {

  /**
   * What a neuron made of its inputs.
   *
   * @param sum at the moment asked about, its own spikes kept as they were
   * @param output spikes since the beginning of what was kept, the neuron let free; or the value
   *     that it puts out
   */
  public record Response(double sum, double output) {}

  /**
   * All that one source brought.
   *
   * @param kind what it is
   * @param source the neuron or modulator; empty for what belongs to the neuron itself
   * @param through what carried it, empty where several did
   * @param count how many terms: spikes that arrived, or 1
   * @param without it
   * @param doubled with twice of it
   * @param only with it and the neuron's own bias, and nothing else
   */
  public record Input(
      Term.Kind kind,
      Optional<SiteRef> source,
      String through,
      int count,
      Response without,
      Response doubled,
      Response only) {

    /** What it is called: its source, or its kind. */
    public String name() {
      return source.map(SiteRef::toString).orElse(kind.word());
    }
  }

  /**
   * Responses to one input at several strengths, all others as they were.
   *
   * @param input its name
   * @param factors strengths; 1 as it was
   * @param responses at each
   */
  public record Curve(String input, double[] factors, List<Response> responses) {
    public Curve {
      responses = List.copyOf(responses);
    }
  }

  public Isolation {
    inputs = List.copyOf(inputs);
    curves = List.copyOf(curves);
  }
}
