package org.hillock.lab.why;

import java.util.List;
import java.util.Optional;
import org.hillock.core.session.Term;

/**
 * A term and how much of the sum it is.
 *
 * @param term what it is; of several terms taken together the last to arrive, carrying what all of
 *     them carried
 * @param count how many terms it stands for, at least 1
 * @param contribution how much of the sum, in its unit, with its sign
 * @param error standard error of that where it was estimated; 0 where it is exact, {@link
 *     Double#NaN} where too few orders were played to tell
 * @param because what the neuron it came from was made of; empty where that was not asked
 * @param end why it was not asked, in a few words; empty where it was, or where nothing can be
 */
public record Cause(
    Term term,
    int count,
    double contribution,
    double error,
    Optional<Explanation> because,
    String end) {

  /**
   * Whether a sum only hands on what one other element made: one source and no weight, such as a
   * step of a graph that moves or bends elements one by one. What a function gives of 0 may stand
   * beside it.
   */
  static boolean handedOn(List<Cause> causes) {
    List<Term> terms = causes.stream().map(Cause::term).toList();
    List<Term> sources = terms.stream().filter(t -> t.source().isPresent()).toList();
    return sources.size() == 1
        && (Double.isNaN(sources.getFirst().weight()) || sources.getFirst().weight() == 1)
        && Double.isNaN(sources.getFirst().atMs())
        && sources.getFirst().kind() != Term.Kind.COUPLING
        && terms.stream().allMatch(t -> t.source().isPresent() || t.kind() == Term.Kind.REST);
  }
}
