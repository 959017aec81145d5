package org.hillock.lab.why;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hillock.core.session.SiteRef;

/**
 * What the sum of one neuron was made of, at one moment.
 *
 * @param site the neuron and the sum that is explained
 * @param atMs when, in ms; {@link Double#NaN} where the network has no time
 * @param pass after which pass, counted from 1, where the network has no time; else 0
 * @param fromMs since when arrivals are told one by one, {@link Double#NaN} without time
 * @param value the sum
 * @param unit of the sum and of contributions; empty for plain numbers
 * @param output what the neuron made of it: its value, or 1 where it fired
 * @param spiking whether it speaks in spikes
 * @param threshold the sum at which it fires, or above which it puts out more than 0
 * @param additive whether what the terms bring adds up, each independently of the others
 * @param method how the contributions came about, in a sentence
 * @param plays how often the neuron was played its terms again for that; 0 where they are read off
 * @param causes by size, largest first
 * @param residual value minus the sum of all contributions: what rounding leaves
 * @param whyNot where it did not fire or put out nothing
 */
public record Explanation(
    SiteRef site,
    double atMs,
    long pass,
    double fromMs,
    double value,
    String unit,
    double output,
    boolean spiking,
    Optional<Double> threshold,
    boolean additive,
    String method,
    int plays,
    List<Cause> causes,
    double residual,
    Optional<WhyNot> whyNot) {
  public Explanation {
    causes = List.copyOf(causes);
  }

  /** Whether it only hands on what one other made: one source without a weight. */
  public boolean handsOn() {
    return Double.isNaN(atMs) && Cause.handedOn(causes);
  }

  /** The one that it hands on, where it {@linkplain #handsOn does}. */
  public Optional<Cause> handed() {
    return handsOn()
        ? causes.stream().filter(c -> c.term().source().isPresent()).findFirst()
        : Optional.empty();
  }

  /** This one and all that stand behind it. */
  public Stream<Explanation> all() {
    return Stream.concat(
        Stream.of(this),
        causes.stream().flatMap(c -> c.because().stream()).flatMap(Explanation::all));
  }

  /** The sizes of all contributions, added up: what a residual is measured by. */
  public double mass() {
    return causes.stream().mapToDouble(c -> Math.abs(c.contribution())).sum();
  }
}
