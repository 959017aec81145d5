package org.hillock.core.equation;

import java.util.List;
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
    String name = lines.title("neuron", named);
    declare();
    EquationChecker checker = new EquationChecker(lines, scope);
    List<NeuronEquations.State> states = checker.states();
    PortChecker ports = new PortChecker(lines, scope);
    List<NeuronEquations.Coupling> couplings = ports.couplings();
    List<NeuronEquations.Definition> definitions = checker.definitions();
    states = checker.moving(states);
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
            Statement.Mechanism _,
            Statement.Ions _,
            Statement.Current _,
            Statement.About _,
            Statement.Doi _,
            Statement.Derivative _,
            Statement.Integration _,
            Statement.On _,
            Statement.Alias _,
            Statement.Spike _,
            Statement.Reset _,
            Statement.Refractory _,
            Statement.Every _,
            Statement.Send _,
            Statement.Output _ -> {}
      }
    }
  }

  private void declare(TextPlace place, String name, Kind kind, Dimension dimension) {
    scope.declare(place, name, kind);
    scope.measures(name, Measure.of(dimension));
  }

  /** {@code x = e}, its value checked against its state. */
  static Assignment change(TextScope scope, DimensionCheck check, Statement.Change c, Use use) {
    scope.needState(c.place(), c.state(), "");
    return changed(scope, check, c, use);
  }

  /** The same of what is known to be one that may change. */
  static Assignment changed(TextScope scope, DimensionCheck check, Statement.Change c, Use use) {
    TextPlace place = c.place();
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
