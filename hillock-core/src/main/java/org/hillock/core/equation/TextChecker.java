package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hillock.core.equation.NeuronEquations.Assignment;
import org.hillock.core.equation.TextScope.Kind;
import org.hillock.core.equation.TextScope.Use;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;

/** Looks at the lines of a text together: names, units, and what is missing. */
final class TextChecker {

  private final TextStatements lines;
  private final TextScope scope = new TextScope();

  private TextChecker(TextStatements lines) {
    this.lines = lines;
  }

  /**
   * The neuron of a text.
   *
   * @param named its name, where it is named outside
   * @throws UsageException with source, line and what is wrong
   */
  static NeuronText check(String source, Optional<String> named, String text) {
    return new TextChecker(TextStatements.of(source, text)).neuron(named, text);
  }

  private NeuronText neuron(Optional<String> named, String text) {
    String name = name(named);
    declare();
    List<NeuronEquations.State> states = states();
    PortChecker ports = new PortChecker(lines, scope);
    List<NeuronEquations.Coupling> couplings = ports.couplings();
    List<NeuronEquations.Definition> definitions = definitions();
    states = moving(states);
    List<NeuronEquations.EventPort> events = ports.events();
    FiringChecker firing = new FiringChecker(lines, scope);
    Optional<Expression> spike = firing.spike();
    NeuronEquations equations =
        new NeuronEquations(
            text,
            states,
            definitions,
            events,
            lines.all(Statement.Input.class).stream()
                .map(i -> new NeuronEquations.Input(i.name(), coherent(i.unit()), i.meaning()))
                .toList(),
            couplings,
            lines.all(Statement.Modulator.class).stream()
                .map(m -> new NeuronEquations.ModulatorRead(m.name(), m.standard(), m.meaning()))
                .toList(),
            spike,
            firing.reset(),
            firing.refractory(),
            firing.held(),
            lines.only(Statement.Integration.class, "method").map(Statement.Integration::method),
            firing.output(),
            lines.only(Statement.Bias.class, "bias").map(b -> coherent(b.unit())));
    firing.checkReached(lines.all(Statement.Parameter.class), equations);
    return new NeuronText(
        name,
        lines.all(Statement.About.class).stream()
            .map(Statement.About::text)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" ")),
        lines.only(Statement.Doi.class, "doi").map(Statement.Doi::text).orElse(""),
        lines.all(Statement.Parameter.class).stream()
            .map(p -> new NeuronText.Parameter(p.name(), p.standard(), p.range(), p.meaning()))
            .toList(),
        ports.receptors(),
        equations);
  }

  private static Unit coherent(Unit unit) {
    return Unit.coherent(unit.dimension());
  }

  private String name(Optional<String> named) {
    Optional<Statement.Title> title = lines.only(Statement.Title.class, "neuron");
    if (named.isPresent() && title.isPresent() && !title.get().name().equals(named.get())) {
      throw title
          .get()
          .place()
          .problem(
              "names the neuron '"
                  + title.get().name()
                  + "', which is '"
                  + named.get()
                  + "' here; use one name, or leave the line out");
    }
    return named
        .or(() -> title.map(Statement.Title::name))
        .orElseThrow(() ->
            new UsageException(
                lines.source(), "the text does not name its neuron: 'neuron NAME' is missing"));
  }

  private void declare() {
    for (Statement statement : lines.statements()) {
      switch (statement) {
        case Statement.Parameter p ->
            declare(p.place(), p.name(), Kind.PARAMETER, p.standard().unit().dimension());
        case Statement.Modulator m ->
            declare(m.place(), m.name(), Kind.MODULATOR, m.standard().unit().dimension());
        case Statement.Bias b -> {
          lines.only(Statement.Bias.class, "bias");
          declare(b.place(), NeuronEquations.BIAS, Kind.BIAS, b.unit().dimension());
        }
        case Statement.Input i -> declare(i.place(), i.name(), Kind.INPUT, i.unit().dimension());
        case Statement.State s -> scope.declare(s.place(), s.name(), Kind.STATE);
        case Statement.Definition d -> scope.declare(d.place(), d.name(), Kind.DEFINITION);
        case Statement.Electrical e -> scope.declare(e.place(), e.variable(), Kind.COUPLED);
        case Statement.Title _,
            Statement.About _,
            Statement.Doi _,
            Statement.Derivative _,
            Statement.Integration _,
            Statement.On _,
            Statement.Alias _,
            Statement.Spike _,
            Statement.Reset _,
            Statement.Refractory _,
            Statement.Output _ -> {}
      }
    }
  }

  private void declare(TextPlace place, String name, Kind kind, Dimension dimension) {
    scope.declare(place, name, kind);
    scope.measures(name, Measure.of(dimension));
  }

  /** The states with their initial values, which give their dimensions. */
  private List<NeuronEquations.State> states() {
    List<NeuronEquations.State> states = new ArrayList<>();
    for (Statement.State s : lines.all(Statement.State.class)) {
      TextPlace place = s.place().about("'" + s.name() + "'");
      Expression initial = scope.resolve(place, s.initial(), Use.START);
      Dimension dimension = whole(place, initial);
      scope.measures(s.name(), Measure.of(dimension));
      states.add(
          new NeuronEquations.State(
              s.name(),
              Unit.coherent(dimension),
              initial,
              Optional.empty(),
              s.meaning(),
              s.place().line()));
    }
    return states;
  }

  private Dimension whole(TextPlace place, Expression value) {
    Measure measure = new DimensionCheck(place, scope::measure).value(value);
    return measure
        .whole()
        .orElseThrow(() ->
            place.problem(
                ExpressionText.quoted(value)
                    + " is "
                    + measure
                    + ": nothing is measured in that; write it where it is used"));
  }

  private List<NeuronEquations.Definition> definitions() {
    List<Statement.Definition> resolved = new ArrayList<>();
    for (Statement.Definition d : lines.all(Statement.Definition.class)) {
      TextPlace place = d.place().about("'" + d.name() + "'");
      resolved.add(
          new Statement.Definition(
              d.place(), d.name(), scope.resolve(place, d.value(), Use.DEFINITION), d.meaning()));
    }
    List<NeuronEquations.Definition> definitions = new ArrayList<>();
    for (Statement.Definition d : DefinitionOrder.of(resolved)) {
      Dimension dimension = whole(d.place().about("'" + d.name() + "'"), d.value());
      scope.measures(d.name(), Measure.of(dimension));
      definitions.add(
          new NeuronEquations.Definition(
              d.name(), Unit.coherent(dimension), d.value(), d.meaning(), d.place().line()));
    }
    return definitions;
  }

  /** The states with their derivatives. */
  private List<NeuronEquations.State> moving(List<NeuronEquations.State> still) {
    Map<String, NeuronEquations.State> states = new LinkedHashMap<>();
    still.forEach(s -> states.put(s.name(), s));
    for (Statement.Derivative d : lines.all(Statement.Derivative.class)) {
      TextPlace place = d.place().about("d" + d.name() + "/dt");
      scope.needState(
          place,
          d.name(),
          ". What has a derivative needs a line 'state "
              + d.name()
              + " = …' with its initial value");
      NeuronEquations.State state = java.util.Objects.requireNonNull(states.get(d.name()));
      if (state.derivative().isPresent()) {
        throw place.problem("is there twice, first in line " + state.line());
      }
      Expression value = scope.resolve(place, d.value(), Use.DERIVATIVE);
      Measure found = new DimensionCheck(place, scope::measure).value(value);
      Measure needed = Measure.of(state.unit().dimension().over(Dimension.TIME));
      if (!found.fits(needed)) {
        throw place.problem(
            "the right side is "
                + found
                + ", but '"
                + d.name()
                + "' is "
                + scope.measure(d.name())
                + ", and so its derivative must be "
                + needed);
      }
      Linearity.added(place, value, Reserved.NOISE);
      states.put(
          d.name(),
          new NeuronEquations.State(
              state.name(),
              state.unit(),
              state.initial(),
              Optional.of(value),
              state.meaning(),
              d.place().line()));
    }
    return List.copyOf(states.values());
  }

  /** {@code x = e}, its value checked against its state. */
  static Assignment change(TextScope scope, DimensionCheck check, Statement.Change c, Use use) {
    TextPlace place = c.place();
    scope.needState(place, c.state(), "");
    Expression value = scope.resolve(place, c.value(), use);
    Measure found = check.value(value);
    Measure state = scope.measure(c.state());
    if (!found.fits(state)) {
      throw place.problem(
          ExpressionText.quoted(value)
              + " is "
              + found
              + " but '"
              + c.state()
              + "' is "
              + state
              + ": it cannot be "
              + (c.sign() == '+' ? "added" : c.sign() == '-' ? "subtracted" : "its new value"));
    }
    Expression old = new Expression.Name(c.state());
    Expression changed =
        switch (c.sign()) {
          case '+' -> new Expression.Binary(Expression.Operator.PLUS, old, value);
          case '-' -> new Expression.Binary(Expression.Operator.MINUS, old, value);
          default -> value;
        };
    return new Assignment(c.state(), changed, place.line());
  }
}
