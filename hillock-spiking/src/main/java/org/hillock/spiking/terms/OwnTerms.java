package org.hillock.spiking.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.hillock.core.session.Term.Kind;

/** The terms of a neuron that no projection brought, and what factors do to them. */
final class OwnTerms {

  private static final int NONE = -1;

  final List<Term> terms = new ArrayList<>();
  final int rest;
  final int history;
  final int bias;
  final int noise;
  final int held;

  /** By modulator its term; likewise by stretch of same surroundings. */
  final int[] modulator;

  final int[] stimulus;
  private final Ledger ledger;
  private final long end;

  OwnTerms(
      Ledger ledger,
      long end,
      Membrane.Explained what,
      List<String> modulators,
      LongToDoubleFunction timeMs) {
    this.ledger = ledger;
    this.end = end;
    Membrane membrane = ledger.membrane();
    double start = membrane.startingFrom(what);
    rest = membrane.remembers() ? add(Term.own(Kind.REST, start)) : NONE;
    boolean later = membrane.remembers() && ledger.begin() > 0;
    history = later ? add(at(Kind.HISTORY, "", timeMs.applyAsDouble(ledger.begin()), start)) : NONE;
    bias = membrane.bias() != 0 ? add(Term.own(Kind.BIAS, membrane.bias())) : NONE;
    int stretches = ledger.stretches(end);
    stimulus = new int[stretches];
    Arrays.fill(stimulus, NONE);
    List<Surroundings.AtPlace> before = List.of();
    double amount = 0;
    for (int s = membrane.remembers() ? 0 : stretches - 1; s < stretches; s++) {
      Surroundings now = ledger.stretch(s);
      if (!stimulates(now)) {
        before = List.of();
        amount = 0;
        continue;
      }
      boolean same = s > 0 && now.stimulus() == amount && now.places().equals(before);
      double whole = now.stimulus() + now.places().stream().mapToDouble(p -> p.stimulus()).sum();
      stimulus[s] =
          same
              ? stimulus[s - 1]
              : add(at(Kind.STIMULUS, "", timeMs.applyAsDouble(ledger.stretchFrom(s)), whole));
      before = now.places();
      amount = now.stimulus();
    }
    held = heldAnywhere() && membrane.remembers() ? add(held()) : NONE;
    noise = membrane.draws() ? add(Term.own(Kind.NOISE, Double.NaN)) : NONE;
    modulator = new int[modulators.size()];
    Arrays.fill(modulator, NONE);
    for (int m = 0; m < modulator.length; m++) {
      if (moves(m)) {
        modulator[m] = add(modulator(modulators.get(m), m));
      }
    }
  }

  private int add(Term term) {
    terms.add(term);
    return terms.size() - 1;
  }

  private static Term at(Kind kind, String through, double atMs, double size) {
    return new Term(kind, Optional.empty(), through, atMs, Double.NaN, size);
  }

  private static boolean stimulates(Surroundings now) {
    return now.stimulus() != 0 || now.places().stream().anyMatch(p -> p.stimulus() != 0);
  }

  private boolean heldAnywhere() {
    for (int s = 0; s < ledger.stretches(end); s++) {
      if (ledger.stretch(s).heldSomewhere()) {
        return true;
      }
    }
    return false;
  }

  private Term held() {
    double last = Double.NaN;
    for (int s = 0; s < ledger.stretches(end); s++) {
      last = ledger.stretch(s).heldSomewhere() ? ledger.stretch(s).heldThere() : last;
    }
    return at(Kind.STIMULUS, "held", Double.NaN, last);
  }

  /** Whether a level was anywhere else than at its start. */
  private boolean moves(int m) {
    int stretches = ledger.stretches(end);
    for (int s = ledger.membrane().remembers() ? 0 : stretches - 1; s < stretches; s++) {
      if (ledger.stretch(s).levels()[m] != ledger.restingLevels()[m]) {
        return true;
      }
    }
    return false;
  }

  private Term modulator(String name, int m) {
    double level = ledger.stretch(ledger.stretches(end) - 1).levels()[m];
    return new Term(
        Kind.MODULATOR,
        Optional.of(SiteRef.of("modulators", name + ".level")),
        "",
        Double.NaN,
        Double.NaN,
        level);
  }

  static double factor(double[] factors, int term) {
    return term == NONE ? 1 : factors[term];
  }

  Membrane.Share share(double[] factors) {
    return new Membrane.Share(
        factor(factors, bias),
        factor(factors, held),
        factor(factors, noise),
        factor(factors, history));
  }

  /** By stretch what stands around the neuron once factors have been applied. */
  Surroundings[] around(double[] factors) {
    Surroundings[] all = new Surroundings[ledger.stretches(end)];
    for (int s = 0; s < all.length; s++) {
      Surroundings now = ledger.stretch(s);
      double[] levels = now.levels().clone();
      for (int m = 0; m < levels.length; m++) {
        double f = factor(factors, modulator[m]);
        double rest = ledger.restingLevels()[m];
        levels[m] = f == 1 ? levels[m] : rest + f * (levels[m] - rest);
      }
      double f = factor(factors, stimulus[s]);
      List<Surroundings.AtPlace> places =
          f == 1
              ? now.places()
              : now.places().stream()
                  .map(p -> new Surroundings.AtPlace(p.site(), p.heldAt(), f * p.stimulus()))
                  .toList();
      all[s] = now.with(levels, f == 1 ? now.stimulus() : f * now.stimulus(), places);
    }
    return all;
  }
}
