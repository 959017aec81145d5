package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.equation.Expression.Comparison;
import org.hillock.core.equation.Expression.Relation;
import org.hillock.core.equation.NeuronEquations.Assignment;
import org.hillock.core.equation.TextScope.Kind;
import org.hillock.core.equation.TextScope.Use;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;

/** What a neuron sends, and what it does then. */
final class FiringChecker {

  private final TextScope scope;
  private final Optional<Statement.Spike> spike;
  private final Optional<Statement.Reset> reset;
  private final Optional<Statement.Refractory> refractory;
  private final Optional<Statement.Output> output;

  FiringChecker(TextStatements lines, TextScope scope) {
    this.scope = scope;
    this.spike = lines.only(Statement.Spike.class, "spike");
    this.reset = lines.only(Statement.Reset.class, "reset");
    this.refractory = lines.only(Statement.Refractory.class, "refractory");
    this.output = lines.only(Statement.Output.class, "output");
    if (spike.isPresent() && output.isPresent()) {
      throw output
          .get()
          .place()
          .problem(
              "the neuron has both 'spike when' (line "
                  + spike.get().place().line()
                  + ") and 'output'; it sends spikes or numbers, not both");
    }
    if (spike.isEmpty() && output.isEmpty()) {
      throw new UsageException(
          lines.source(),
          "the neuron sends nothing: 'spike when CONDITION' or 'output NAME' is missing");
    }
    if (spike.isEmpty()) {
      reset.ifPresent(r -> needsSpikes(r.place(), "reset"));
      refractory.ifPresent(r -> needsSpikes(r.place(), "refractory"));
    }
  }

  private static void needsSpikes(TextPlace place, String word) {
    throw place.problem("'" + word + "' is for neurons that spike; this one sends numbers");
  }

  Optional<Expression> spike() {
    if (spike.isEmpty()) {
      return Optional.empty();
    }
    TextPlace place = spike.get().place().about("spike when");
    Expression condition = spike.get().condition();
    Expression resolved =
        condition instanceof Comparison(var relation, var left, var right)
                && relation == Relation.CROSSES
            ? new Comparison(
                relation,
                scope.resolve(place, left, Use.SPIKE),
                scope.resolve(place, right, Use.SPIKE))
            : scope.resolve(place, condition, Use.SPIKE);
    new DimensionCheck(place, scope::measure).truth(resolved);
    return Optional.of(resolved);
  }

  List<Assignment> reset() {
    List<Assignment> all = new ArrayList<>();
    reset.ifPresent(r -> {
      TextPlace place = r.place().about("reset");
      DimensionCheck check = new DimensionCheck(place, scope::measure);
      for (Statement.Change c : r.changes()) {
        Statement.Change here = new Statement.Change(place, c.state(), c.sign(), c.value());
        all.add(TextChecker.change(scope, check, here, Use.RESET));
      }
    });
    return all;
  }

  Optional<Expression> refractory() {
    if (refractory.isEmpty()) {
      return Optional.empty();
    }
    TextPlace place = refractory.get().place().about("refractory");
    Expression time = scope.resolve(place, refractory.get().time(), Use.REFRACTORY);
    Measure found = new DimensionCheck(place, scope::measure).value(time);
    if (!found.fits(Measure.of(Dimension.TIME))) {
      throw place.problem(ExpressionText.quoted(time) + " is " + found + " where a time is needed");
    }
    return Optional.of(time);
  }

  List<String> held() {
    if (refractory.isEmpty()) {
      return List.of();
    }
    TextPlace place = refractory.get().place().about("holding");
    Set<String> seen = new HashSet<>();
    for (String name : refractory.get().held()) {
      scope.needState(place, name, "");
      if (!seen.add(name)) {
        throw place.problem("'" + name + "' is there twice");
      }
    }
    return refractory.get().held();
  }

  Optional<String> output() {
    output.ifPresent(o -> {
      String name = o.name();
      Kind kind = scope.kind(name).orElse(null);
      if (kind != Kind.STATE && kind != Kind.DEFINITION) {
        List<String> known = new ArrayList<>(scope.named(Kind.STATE));
        known.addAll(scope.named(Kind.DEFINITION));
        throw o.place()
            .about("output")
            .problem(
                "'"
                    + name
                    + "' is "
                    + (kind == null ? "unknown" : kind.shown())
                    + ", not a state or a definition; "
                    + NearestName.hint(name, known));
      }
    });
    return output.map(Statement.Output::name);
  }

  /** Checks that the neuron can fire, and can also be silent; and that its rest lasts. */
  void checkReached(List<Statement.Parameter> parameters, NeuronEquations equations) {
    spike.ifPresent(
        s -> SpikeReach.check(s.place().about("spike when"), scope, parameters, equations));
    equations
        .refractory()
        .ifPresent(time -> {
          if (new Bounds(parameters, List.of()).value(time).high() < 0) {
            throw refractory
                .orElseThrow()
                .place()
                .about("refractory")
                .problem(ExpressionText.quoted(time) + " is always below 0 ms");
          }
        });
  }
}
