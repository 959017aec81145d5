package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hillock.core.equation.Expression.Binary;
import org.hillock.core.equation.Expression.Name;
import org.hillock.core.equation.Expression.Operator;
import org.hillock.core.equation.NeuronEquations.Assignment;
import org.hillock.core.equation.NeuronEquations.State;

/**
 * Who reads what: what belongs to a neuron may not hang on one of its many synapses; and that
 * traces come back from where spikes take them.
 */
final class SynapseAccess {

  private final String source;
  private final SynapseText synapse;
  private final SynapseReads reads;
  private final Set<String> fixed = new HashSet<>(Set.of(Reserved.STEP));
  private final Set<String> modulators;

  SynapseAccess(String source, SynapseText synapse) {
    this.source = source;
    this.synapse = synapse;
    this.reads = new SynapseReads(synapse.definitions());
    synapse.parameters().forEach(p -> fixed.add(p.name()));
    modulators =
        synapse.modulators().stream()
            .map(NeuronEquations.ModulatorRead::name)
            .collect(Collectors.toSet());
  }

  /**
   * Checks everything.
   *
   * @throws org.hillock.core.problem.UsageException with line and what is wrong
   */
  void check() {
    side(synapse.before(), synapse.onPre(), "on pre", "presynaptic");
    side(synapse.behind(), synapse.onPost(), "on post", "postsynaptic");
    within();
    totals();
    boolean changes =
        statements().stream().anyMatch(a -> a.state().equals(Reserved.WEIGHT))
            || synapse.send().isPresent();
    if (!changes) {
      throw new org.hillock.core.problem.UsageException(
          source,
          "the synapse is never changed: no statement changes 'w', and no line 'send …' says what"
              + " a spike brings");
    }
    synapse.before().forEach(s -> needReturn(s, synapse.onPre()));
    synapse.behind().forEach(s -> needReturn(s, synapse.onPost()));
  }

  private List<Assignment> statements() {
    return Stream.of(
            synapse.onPre().stream(),
            synapse.onPost().stream(),
            synapse.every().stream().flatMap(e -> e.statements().stream()))
        .flatMap(s -> s)
        .toList();
  }

  private void side(List<State> states, List<Assignment> statements, String line, String which) {
    Set<String> own = names(states);
    for (State s : states) {
      s.derivative()
          .ifPresent(d ->
              needReads(
                  new TextPlace(source, s.line(), "d" + s.name() + "/dt"),
                  d,
                  name -> own.contains(name) || fixed.contains(name),
                  "the derivative of a state of each "
                      + which
                      + " neuron may only read such states and parameters"));
    }
    for (Assignment a : statements) {
      if (own.contains(a.state())) {
        needReads(
            new TextPlace(source, a.line(), line),
            a.value(),
            name -> own.contains(name) || fixed.contains(name) || modulators.contains(name),
            "'"
                + a.state()
                + "' belongs to each "
                + which
                + " neuron, and what changes it may only read such states, parameters and"
                + " modulators");
      }
    }
  }

  /** Spikes alone must not take a trace ever further: something must bring it back. */
  private void needReturn(State state, List<Assignment> statements) {
    List<Assignment> its = statements.stream().filter(a -> a.state().equals(state.name())).toList();
    TextPlace place = new TextPlace(source, state.line(), "trace '" + state.name() + "'");
    if (state.derivative().isPresent()) {
      boolean driven =
          reads.of(state.derivative().get()).stream()
              .anyMatch(name -> !name.equals(state.name()) && !fixed.contains(name));
      if (its.isEmpty() && !driven) {
        throw place.problem("no spike changes it, and so it tells of none");
      }
      return;
    }
    if (its.isEmpty()) {
      throw place.problem("nothing changes it; a number that stays is a parameter");
    }
    boolean onlyAway =
        its.stream()
            .allMatch(a ->
                a.value() instanceof Binary(Operator operator, Name(String self), var added)
                    && (operator == Operator.PLUS || operator == Operator.MINUS)
                    && self.equals(state.name())
                    && !reads.of(added).contains(self));
    if (onlyAway) {
      boolean grows = its.stream().allMatch(a -> ((Binary) a.value()).operator() == Operator.PLUS);
      throw place.problem(
          "has no time constant: nothing "
              + (grows ? "makes it smaller" : "brings it back")
              + "; a line such as 'd"
              + state.name()
              + "/dt = -"
              + state.name()
              + "/(20 ms)' does");
    }
  }

  private void within() {
    Set<String> own = names(synapse.within());
    for (State s : synapse.within()) {
      TextPlace place = new TextPlace(source, s.line(), "d" + s.name() + "/dt");
      s.derivative()
          .ifPresent(d -> {
            needReads(
                place,
                d,
                name -> own.contains(name) || fixed.contains(name),
                "the derivative of a synapse's state may only read such states and parameters:"
                    + " between spikes nothing else is known at the synapse");
            if (!reads.linear(d, own)) {
              throw place.problem(
                  ExpressionText.quoted(d)
                      + " is not linear, but between spikes a synapse's states move exactly, and"
                      + " so their derivatives must be sums of states times parameters");
            }
          });
      boolean changed = statements().stream().anyMatch(a -> a.state().equals(s.name()));
      if (!changed && s.derivative().isEmpty()) {
        throw new TextPlace(source, s.line(), "'" + s.name() + "'")
            .problem("nothing changes this state; a number that stays is a parameter");
      }
    }
  }

  /** A sum over incoming synapses is known in its own line alone. */
  private void totals() {
    Set<String> all = new HashSet<>();
    synapse.every().forEach(e -> e.totals().forEach(t -> all.add(t.name())));
    if (all.isEmpty()) {
      return;
    }
    synapse.definitions().forEach(d -> needNoTotal(d.line(), "'" + d.name() + "'", d.value(), all));
    synapse.onPre().forEach(a -> needNoTotal(a.line(), "on pre", a.value(), all));
    synapse.onPost().forEach(a -> needNoTotal(a.line(), "on post", a.value(), all));
    synapse.send().ifPresent(s -> needNoTotal(0, "send", s, all));
    for (SynapseText.Every e : synapse.every()) {
      Set<String> others = new HashSet<>(all);
      e.totals().forEach(t -> needNoTotal(e.line(), "'" + t.name() + "'", t.of(), all));
      e.totals().forEach(t -> others.remove(t.name()));
      e.statements().forEach(a -> needNoTotal(e.line(), "every", a.value(), others));
    }
  }

  private void needNoTotal(int line, String subject, Expression value, Set<String> totals) {
    needReads(
        new TextPlace(source, line, subject),
        value,
        name -> !totals.contains(name),
        "a sum over incoming synapses is known only to the statements of its own 'every' line");
  }

  private void needReads(
      TextPlace place, Expression value, Predicate<String> allowed, String because) {
    reads
        .other(value, allowed)
        .ifPresent(name -> {
          String through = value.reads(name) ? "" : " through " + through(value, name);
          throw place.problem("reads " + shown(name) + through + ", but " + because);
        });
  }

  private String through(Expression value, String name) {
    List<String> all = new ArrayList<>();
    synapse.definitions().stream()
        .filter(d -> value.reads(d.name()) && reads.of(d.value()).contains(name))
        .forEach(d -> all.add("'" + d.name() + "'"));
    return String.join(" and ", all);
  }

  private String shown(String name) {
    String kind =
        name.equals(Reserved.WEIGHT)
            ? ", the weight"
            : names(synapse.before()).contains(name)
                ? ", a state of the presynaptic neuron"
                : names(synapse.behind()).contains(name)
                    ? ", a state of the postsynaptic neuron"
                    : names(synapse.within()).contains(name)
                        ? ", a state of the synapse"
                        : modulators.contains(name) ? ", a modulator" : "";
    return "'" + name + "'" + kind;
  }

  private static Set<String> names(List<State> states) {
    return states.stream().map(State::name).collect(Collectors.toSet());
  }
}
