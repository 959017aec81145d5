package org.hillock.lab.isolate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;

/** The inputs of a neuron: its terms, those of one source together. */
final class Sources {

  /** What a neuron starts from and cannot be without. */
  private static final Set<Term.Kind> STANDING = Set.of(Term.Kind.REST, Term.Kind.HISTORY);

  private final List<Source> all = new ArrayList<>();
  private final double[] own;

  /** One input: its terms by number. */
  record Source(
      Term.Kind kind, Optional<SiteRef> site, String through, List<Integer> terms, double size) {}

  private record Key(Term.Kind kind, Optional<SiteRef> source) {}

  /** Finds them, those that seem to matter most first. */
  Sources(IsolatedNeuron neuron) {
    List<Term> terms = neuron.terms();
    double[] sizes = sizes(neuron, terms);
    own = new double[terms.size()];
    Map<Key, List<Integer>> grouped = new LinkedHashMap<>();
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      if (STANDING.contains(term.kind()) && term.source().isEmpty()) {
        own[i] = 1;
        continue;
      }
      if (term.kind() == Term.Kind.BIAS) {
        own[i] = 1;
      }
      grouped.computeIfAbsent(new Key(term.kind(), term.source()), _ -> new ArrayList<>()).add(i);
    }
    grouped.forEach((key, numbers) -> {
      double size = Math.abs(numbers.stream().mapToDouble(i -> sizes[i]).sum());
      List<String> through = numbers.stream().map(i -> terms.get(i).through()).distinct().toList();
      String only = through.size() == 1 ? through.getFirst() : "";
      all.add(new Source(key.kind(), key.source(), only, numbers, size));
    });
    all.sort(Comparator.comparingDouble(Source::size).reversed());
  }

  private static double[] sizes(IsolatedNeuron neuron, List<Term> terms) {
    return neuron
        .contributions()
        .orElseGet(() ->
            terms.stream()
                .mapToDouble(t -> Double.isNaN(t.weight()) ? t.carried() : t.weight() * t.carried())
                .toArray());
  }

  List<Source> all() {
    return all;
  }

  /** Factors under which everything is as it was. */
  double[] asItWas() {
    double[] factors = new double[own.length];
    java.util.Arrays.fill(factors, 1);
    return factors;
  }

  /** Factors under which one source is another size. */
  double[] scaled(Source source, double factor) {
    return with(asItWas(), source, factor);
  }

  /** Factors under which a source is there with what is the neuron's own, and nothing else. */
  double[] only(Source source) {
    return with(own.clone(), source, 1);
  }

  private static double[] with(double[] factors, Source source, double factor) {
    source.terms().forEach(i -> factors[i] = factor);
    return factors;
  }
}
