package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.equation.TextScope.Kind;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;

/** Looks at the lines of a modulator's text together. */
final class ModulatorChecker {

  private final TextStatements lines;
  private final Set<String> driving;
  private final TextScope scope = new TextScope();

  private ModulatorChecker(TextStatements lines, Set<String> driving) {
    this.lines = lines;
    this.driving = driving;
  }

  /**
   * The modulator of a text.
   *
   * @param driving names of what drives it
   * @throws UsageException with source, line and what is wrong
   */
  static ModulatorText check(String source, String text, Set<String> driving) {
    return new ModulatorChecker(TextStatements.ofModulator(source, text), driving).modulator(text);
  }

  private ModulatorText modulator(String text) {
    lines.statements().forEach(this::declare);
    for (String name : driving) {
      scope.declare(new TextPlace(lines.source(), 0, ""), name, Kind.INPUT);
      scope.measures(name, Measure.of(Dimension.NONE));
    }
    EquationChecker checker = new EquationChecker(lines, scope);
    List<NeuronEquations.State> still = checker.states();
    List<NeuronEquations.Definition> definitions = checker.definitions();
    List<NeuronEquations.State> states = checker.moving(still);
    definitions.forEach(d -> refuseChance(d.line(), "'" + d.name() + "'", d.value()));
    states.forEach(
        s -> s.derivative().ifPresent(d -> refuseChance(s.line(), "d" + s.name() + "/dt", d)));
    checkLevel();
    NeuronEquations equations =
        new NeuronEquations(
            text,
            states,
            definitions,
            List.of(),
            driving.stream()
                .map(name -> new NeuronEquations.Input(name, Unit.NONE, "drives it"))
                .toList(),
            List.of(),
            lines.all(Statement.Modulator.class).stream()
                .map(m -> new NeuronEquations.ModulatorRead(m.name(), m.standard(), m.meaning()))
                .toList(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            lines.only(Statement.Integration.class, "method").map(Statement.Integration::method),
            Optional.empty(),
            Optional.empty());
    return new ModulatorText(
        lines.all(Statement.Parameter.class).stream()
            .map(p -> new NeuronText.Parameter(p.name(), p.standard(), p.range(), p.meaning()))
            .toList(),
        equations);
  }

  private void declare(Statement statement) {
    switch (statement) {
      case Statement.Parameter p ->
          declare(p.place(), p.name(), Kind.PARAMETER, p.standard().unit().dimension());
      case Statement.Modulator m ->
          declare(m.place(), m.name(), Kind.MODULATOR, m.standard().unit().dimension());
      case Statement.State s -> declare(s.place(), s.name(), Kind.STATE);
      case Statement.Definition d -> declare(d.place(), d.name(), Kind.DEFINITION);
      case Statement.Derivative _, Statement.Integration _, Statement.About _, Statement.Doi _ -> {}
      default ->
          throw statement
              .place()
              .problem(
                  "the line is one of neurons; the text of a modulator has parameters, modulators,"
                      + " states, definitions and derivatives");
    }
  }

  private void declare(TextPlace place, String name, Kind kind) {
    if (driving.contains(name)) {
      throw place
          .about("'" + name + "'")
          .problem("the name is that of what drives the modulator; each needs its own");
    }
    scope.declare(place, name, kind);
  }

  private void declare(TextPlace place, String name, Kind kind, Dimension dimension) {
    declare(place, name, kind);
    scope.measures(name, Measure.of(dimension));
  }

  /** Levels are the same for any number of threads, and no generator is addressed by them. */
  private void refuseChance(int line, String subject, Expression expression) {
    boolean random = expression.holds(e -> e instanceof Expression.Call c && c.function().random());
    if (random || expression.reads(Reserved.NOISE)) {
      throw new TextPlace(lines.source(), line, subject)
          .problem(
              ExpressionText.quoted(expression)
                  + " draws random numbers, and modulators draw none; let the activity of a"
                  + " 'poisson' population drive it");
    }
  }

  private void checkLevel() {
    String level = ModulatorText.LEVEL;
    List<String> known = new ArrayList<>(scope.named(Kind.STATE));
    known.addAll(scope.named(Kind.DEFINITION));
    if (!known.contains(level)) {
      throw new UsageException(
          lines.source(),
          "the text has no 'level', the state or definition that its targets and neurons read; "
              + NearestName.hint(level, known));
    }
    Measure measure = scope.measure(level);
    if (!measure.isPlain()) {
      TextPlace place =
          lines.statements().stream()
              .filter(ModulatorChecker::isLevel)
              .map(Statement::place)
              .findFirst()
              .orElseThrow();
      throw place
          .about("'" + level + "'")
          .problem("is " + measure + ", but a level is a plain number from 0 to 1");
    }
  }

  private static boolean isLevel(Statement statement) {
    return switch (statement) {
      case Statement.State s -> s.name().equals(ModulatorText.LEVEL);
      case Statement.Definition d -> d.name().equals(ModulatorText.LEVEL);
      default -> false;
    };
  }
}
