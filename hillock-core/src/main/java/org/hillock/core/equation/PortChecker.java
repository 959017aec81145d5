package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hillock.core.equation.Expression.Binary;
import org.hillock.core.equation.Expression.Name;
import org.hillock.core.equation.Expression.Operator;
import org.hillock.core.equation.NeuronEquations.Assignment;
import org.hillock.core.equation.NeuronText.Receptor;
import org.hillock.core.equation.NeuronText.Sign;
import org.hillock.core.equation.TextScope.Use;
import org.hillock.core.problem.NearestName;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;

/** The places where synapses end: what arrives there, what it measures, and its sign. */
final class PortChecker {

  private static final String BEFORE = "_pre";

  private final TextStatements lines;
  private final TextScope scope;
  private final Map<String, Receptor> ports = new LinkedHashMap<>();

  PortChecker(TextStatements lines, TextScope scope) {
    this.lines = lines;
    this.scope = scope;
  }

  /** The electrical synapses; from here on it is known what their variables measure. */
  List<NeuronEquations.Coupling> couplings() {
    List<NeuronEquations.Coupling> all = new ArrayList<>();
    for (Statement.Electrical e : lines.all(Statement.Electrical.class)) {
      TextPlace place = e.place().about("coupling " + e.name());
      String state = coupled(place, e.value());
      Measure given = Measure.of(e.weight().dimension()).times(scope.measure(state));
      scope.measures(e.variable(), given);
      all.add(
          new NeuronEquations.Coupling(
              e.name(), e.variable(), Unit.coherent(given.whole().orElseThrow()), state));
      Dimension weight = e.weight().dimension();
      ports.put(e.name(), new Receptor(e.name(), Sign.AS_GIVEN, e.name(), e.name(), weight));
    }
    return all;
  }

  /** The state x of {@code w*(x_pre - x)}. */
  private String coupled(TextPlace place, Expression value) {
    if (value instanceof Binary(Operator operator, Expression left, Expression right)
        && operator == Operator.TIMES) {
      Expression difference = left.equals(new Name(Reserved.WEIGHT)) ? right : left;
      Expression factor = left.equals(new Name(Reserved.WEIGHT)) ? left : right;
      if (factor.equals(new Name(Reserved.WEIGHT))
          && difference instanceof Binary(Operator minus, Name other, Name(String own))
          && minus == Operator.MINUS
          && other.name().equals(own + BEFORE)) {
        scope.needState(place, own, "");
        return own;
      }
    }
    throw place.problem(
        ExpressionText.quoted(value)
            + " is not of the form 'w*(v_pre - v)', which an electrical synapse has");
  }

  /** What spikes do on arrival; from here on it is known what their weights measure. */
  List<NeuronEquations.EventPort> events() {
    List<NeuronEquations.EventPort> all = new ArrayList<>();
    for (Statement.On on : lines.all(Statement.On.class)) {
      TextPlace place = on.place().about("on " + on.name());
      Dimension weight = weight(place, on);
      DimensionCheck check = new DimensionCheck(place, measures(Measure.of(weight)));
      List<Assignment> effects = new ArrayList<>();
      for (Statement.Change change : on.changes()) {
        Statement.Change here =
            new Statement.Change(place, change.state(), change.sign(), change.value());
        effects.add(TextChecker.change(scope, check, here, Use.EVENT));
      }
      all.add(new NeuronEquations.EventPort(on.name(), effects));
      Sign sign = on.sign().orElseGet(() -> Sign.named(on.name()));
      ports.put(on.name(), new Receptor(on.name(), sign, on.name(), on.name(), weight));
    }
    return all;
  }

  private Function<String, Measure> measures(Measure weight) {
    return name -> name.equals(Reserved.WEIGHT) ? weight : scope.measure(name);
  }

  /** What {@code w} measures, from the first statement; and that it is a factor in all. */
  private Dimension weight(TextPlace place, Statement.On on) {
    Statement.Change first = on.changes().getFirst();
    on.changes()
        .forEach(change -> {
          scope.needState(place, change.state(), "");
          checkFactor(place, added(place, change));
        });
    Expression value = scope.resolve(place, added(place, first), Use.EVENT);
    Measure rest = new DimensionCheck(place, measures(Measure.NONE)).value(value);
    Measure weight = scope.measure(first.state()).over(rest);
    return weight
        .whole()
        .orElseThrow(() ->
            place.problem(
                "'w' would be "
                    + weight
                    + ", so that "
                    + ExpressionText.quoted(value)
                    + " fits '"
                    + first.state()
                    + "': no weight is measured in that"));
  }

  private static void checkFactor(TextPlace place, Expression value) {
    int degree = Linearity.degree(place, value, Reserved.WEIGHT);
    if (degree != 1) {
      throw place.problem(
          "'w' must be a factor of each added term exactly once, but in "
              + ExpressionText.quoted(value)
              + " it stands "
              + (degree == 0 ? "nowhere" : degree + " times"));
    }
  }

  /** What is added to a state: all but the state itself where a statement gives its new value. */
  private static Expression added(TextPlace place, Statement.Change change) {
    if (change.sign() != '=') {
      return change.value();
    }
    Name self = new Name(change.state());
    return without(self, change.value())
        .orElseThrow(() ->
            place.problem(
                "gives '"
                    + change.state()
                    + "' a new value, but spikes that arrive together act as one of their summed"
                    + " weight, and so a spike can only add: '"
                    + change.state()
                    + " += …'"));
  }

  private static java.util.Optional<Expression> without(Name self, Expression sum) {
    if (sum instanceof Binary(Operator operator, Expression left, Expression right)
        && (operator == Operator.PLUS || operator == Operator.MINUS)) {
      if (left.equals(self)) {
        return java.util.Optional.of(right);
      }
      if (operator == Operator.PLUS && right.equals(self)) {
        return java.util.Optional.of(left);
      }
      return without(self, left).map(less -> new Binary(operator, less, right));
    }
    return java.util.Optional.empty();
  }

  /** All receptors, in the order of the text. */
  List<Receptor> receptors() {
    lines
        .all(Statement.Input.class)
        .forEach(i ->
            ports.put(
                i.name(),
                new Receptor(i.name(), Sign.AS_GIVEN, i.name(), i.name(), i.unit().dimension())));
    Map<String, Receptor> all = new LinkedHashMap<>();
    for (Statement statement : lines.statements()) {
      switch (statement) {
        case Statement.On on -> add(all, on.place(), on.name(), port(on.name()));
        case Statement.Input i -> add(all, i.place(), i.name(), port(i.name()));
        case Statement.Electrical e -> add(all, e.place(), e.name(), port(e.name()));
        case Statement.Alias alias -> add(all, alias.place(), alias.name(), alias(alias));
        default -> {}
      }
    }
    return List.copyOf(all.values());
  }

  private Receptor port(String name) {
    return java.util.Objects.requireNonNull(ports.get(name));
  }

  private static void add(
      Map<String, Receptor> all, TextPlace place, String name, Receptor receptor) {
    if (all.putIfAbsent(name, receptor) != null) {
      throw place.problem("receptor '" + name + "' is there twice; each needs its own name");
    }
  }

  private Receptor alias(Statement.Alias alias) {
    TextPlace place = alias.place().about("receptor " + alias.name());
    Receptor port = known(place, alias.port());
    if (alias.below0().isPresent()) {
      Receptor below = known(place, alias.below0().get());
      if (!port.weight().equals(below.weight())) {
        throw place.problem(
            "weights at '"
                + port.name()
                + "' are "
                + Measure.of(port.weight())
                + " but at '"
                + below.name()
                + "' "
                + Measure.of(below.weight())
                + ": one projection cannot have both");
      }
      return new Receptor(alias.name(), Sign.AS_GIVEN, port.name(), below.name(), port.weight());
    }
    Sign sign;
    if (alias.negative()) {
      sign = port.sign() == Sign.INHIBITS ? Sign.EXCITES : Sign.INHIBITS;
    } else {
      sign = port.sign() == Sign.AS_GIVEN ? Sign.named(alias.name()) : port.sign();
    }
    return new Receptor(alias.name(), sign, port.name(), port.name(), port.weight());
  }

  private Receptor known(TextPlace place, String name) {
    Receptor found = ports.get(name);
    if (found == null) {
      throw place.problem(
          "'"
              + name
              + "' is no receptor that an 'on', 'input' or 'coupling' line describes; "
              + NearestName.hint(name, ports.keySet()));
    }
    return found;
  }
}
