package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hillock.core.equation.MechanismText.Kind;
import org.hillock.core.equation.MechanismText.Surrounding;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;

/** Looks at the lines of a mechanism together. */
final class MechanismChecker {

  private static final Dimension PER_AREA = Dimension.CURRENT.over(Dimension.LENGTH.power(2));
  private static final int MOST_IONS = 8;

  private final TextStatements lines;
  private final TextScope scope = new TextScope();
  private final Statement.Mechanism title;
  private final Set<String> ions = new LinkedHashSet<>();
  private final Map<String, Surrounding> known = new LinkedHashMap<>();

  private MechanismChecker(TextStatements lines) {
    this.lines = lines;
    List<Statement.Mechanism> titles = lines.all(Statement.Mechanism.class);
    if (titles.isEmpty()) {
      throw new UsageException(
          lines.source(),
          "the text does not name its mechanism: 'channel NAME', 'pool NAME' or 'receptor NAME' is"
              + " missing");
    }
    title = titles.getFirst();
    if (titles.size() > 1) {
      throw titles
          .get(1)
          .place()
          .problem("the text has a name already, in line " + title.place().line());
    }
  }

  static MechanismText check(String source, String text) {
    return new MechanismChecker(TextStatements.ofMechanism(source, text)).mechanism(text);
  }

  private MechanismText mechanism(String text) {
    ions();
    declare();
    EquationChecker checker = new EquationChecker(lines, scope);
    // what initial values may read measures something before states do
    checker.definitions(steady());
    List<NeuronEquations.State> states = checker.states(TextScope.Use.STEADY);
    List<NeuronEquations.Definition> definitions = new ArrayList<>(checker.definitions());
    states = checker.moving(states);
    PortChecker ports = new PortChecker(lines, scope);
    List<NeuronEquations.EventPort> events = ports.events();
    List<MechanismText.Current> currents = currents(definitions);
    checkKind(states, events, currents);
    List<Surrounding> read = surroundings(states, definitions);
    NeuronEquations equations =
        new NeuronEquations(
            text,
            states,
            definitions,
            events,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            lines.only(Statement.Integration.class, "method").map(Statement.Integration::method),
            Optional.empty(),
            Optional.empty());
    return new MechanismText(
        title.name(),
        title.kind(),
        lines.all(Statement.About.class).stream()
            .map(Statement.About::text)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" ")),
        lines.only(Statement.Doi.class, "doi").map(Statement.Doi::text).orElse(""),
        lines.all(Statement.Parameter.class).stream()
            .map(p -> new NeuronText.Parameter(p.name(), p.standard(), p.range(), p.meaning()))
            .toList(),
        List.copyOf(ions),
        currents,
        read,
        ports.receptors(),
        equations);
  }

  private void ions() {
    for (Statement.Ions i : lines.all(Statement.Ions.class)) {
      for (String ion : i.names()) {
        if (!ions.add(ion)) {
          throw i.place().problem("ion '" + ion + "' is named twice");
        }
      }
      if (ions.size() > MOST_IONS) {
        throw i.place().problem("more than " + MOST_IONS + " ions are dealt with");
      }
    }
  }

  private void declare() {
    for (Statement.Parameter p : lines.all(Statement.Parameter.class)) {
      scope.declare(p.place(), p.name(), TextScope.Kind.PARAMETER);
      scope.measures(p.name(), Measure.of(p.standard().unit().dimension()));
    }
    for (Statement.State s : lines.all(Statement.State.class)) {
      scope.declare(s.place(), s.name(), TextScope.Kind.STATE);
    }
    for (Statement.Definition d : lines.all(Statement.Definition.class)) {
      scope.declare(d.place(), d.name(), TextScope.Kind.DEFINITION);
    }
    surrounding("v", Surrounding.Quantity.POTENTIAL, Optional.empty());
    surrounding("celsius", Surrounding.Quantity.CELSIUS, Optional.empty());
    surrounding("rt_over_f", Surrounding.Quantity.THERMAL_VOLTAGE, Optional.empty());
    surrounding("faraday", Surrounding.Quantity.FARADAY, Optional.empty());
    surrounding("diameter", Surrounding.Quantity.DIAMETER, Optional.empty());
    for (String ion : ions) {
      Optional<String> its = Optional.of(ion);
      surrounding("e_" + ion, Surrounding.Quantity.REVERSAL, its);
      surrounding(ion + "_in", Surrounding.Quantity.INSIDE, its);
      surrounding(ion + "_out", Surrounding.Quantity.OUTSIDE, its);
      if (title.kind() == Kind.POOL) {
        surrounding("i_" + ion, Surrounding.Quantity.ION_CURRENT, its);
      }
    }
  }

  /** A name of the surroundings; a pool says itself what its ion's concentration is. */
  private void surrounding(String name, Surrounding.Quantity quantity, Optional<String> ion) {
    Optional<TextScope.Kind> taken = scope.kind(name);
    boolean pools = quantity == Surrounding.Quantity.INSIDE && title.kind() == Kind.POOL;
    if (taken.isPresent()) {
      if (!(pools && taken.get() == TextScope.Kind.STATE)) {
        Statement of =
            lines.statements().stream().filter(s -> bears(s, name)).findFirst().orElseThrow();
        throw of.place()
            .about("'" + name + "'")
            .problem("the name is that of something of the place where the mechanism stands");
      }
      return;
    }
    scope.declare(title.place(), name, TextScope.Kind.SURROUNDING);
    scope.measures(name, Measure.of(quantity.unit().dimension()));
    known.put(name, new Surrounding(name, quantity, ion));
  }

  private static boolean bears(Statement statement, String name) {
    return switch (statement) {
      case Statement.Parameter p -> p.name().equals(name);
      case Statement.State s -> s.name().equals(name);
      case Statement.Definition d -> d.name().equals(name);
      default -> false;
    };
  }

  /** Definitions that need no state. */
  private List<Statement.Definition> steady() {
    Map<String, Statement.Definition> all = new LinkedHashMap<>();
    lines.all(Statement.Definition.class).forEach(d -> all.put(d.name(), d));
    DefinitionOrder.of(List.copyOf(all.values()));
    Map<String, Boolean> found = new HashMap<>();
    return all.values().stream().filter(d -> isSteady(d.value(), all, found)).toList();
  }

  private boolean isSteady(
      Expression e, Map<String, Statement.Definition> all, Map<String, Boolean> found) {
    if (e instanceof Expression.Name(String name)) {
      Statement.Definition d = all.get(name);
      if (d != null) {
        Boolean there = found.get(name);
        if (there == null) {
          there = isSteady(d.value(), all, found);
          found.put(name, there);
        }
        return there;
      }
      boolean changing = Reserved.NAMES.contains(name);
      return !changing && scope.kind(name).filter(k -> k == TextScope.Kind.STATE).isEmpty();
    }
    if (e instanceof Expression.Call(Function function, var _) && function.random()) {
      return false;
    }
    return e.parts().stream().allMatch(part -> isSteady(part, all, found));
  }

  private List<MechanismText.Current> currents(List<NeuronEquations.Definition> definitions) {
    Dimension needed = title.kind() == Kind.RECEPTOR ? Dimension.CURRENT : PER_AREA;
    List<MechanismText.Current> all = new ArrayList<>();
    for (Statement.Current c : lines.all(Statement.Current.class)) {
      TextPlace place = c.place().about(c.ion().map(ion -> "current " + ion).orElse("current"));
      c.ion()
          .filter(ion -> !ions.contains(ion))
          .ifPresent(ion -> {
            throw place.problem(
                "ion '"
                    + ion
                    + "' is not among those that an 'ion' line names; "
                    + NearestName.hint(ion, ions));
          });
      Expression value = scope.resolve(place, c.value(), TextScope.Use.DEFINITION);
      Measure found = new DimensionCheck(place, scope::measure).value(value);
      if (!found.fits(Measure.of(needed))) {
        throw place.problem(
            ExpressionText.quoted(value)
                + " is "
                + found
                + ", but the current of a "
                + title.kind().word()
                + " is "
                + (title.kind() == Kind.RECEPTOR
                    ? "a whole one, such as in pA"
                    : "one per area, such as in uA/cm^2"));
      }
      String name = "current " + (all.size() + 1);
      definitions.add(
          new NeuronEquations.Definition(
              name, Unit.coherent(needed), value, "current", c.place().line()));
      all.add(new MechanismText.Current(c.ion(), name));
    }
    return all;
  }

  private void checkKind(
      List<NeuronEquations.State> states,
      List<NeuronEquations.EventPort> events,
      List<MechanismText.Current> currents) {
    TextPlace place = title.place().about(title.kind().word() + " " + title.name());
    if (title.kind() == Kind.POOL) {
      boolean one =
          ions.size() == 1
              && states.stream().anyMatch(s -> s.name().equals(ions.iterator().next() + "_in"));
      if (!one) {
        throw place.problem(
            "a pool names one ion and has its concentration as a state, such as 'state ca_in = 50"
                + " nM' of ion 'ca'");
      }
      Dimension measured =
          states.stream()
              .filter(s -> s.name().endsWith("_in"))
              .findFirst()
              .orElseThrow()
              .unit()
              .dimension();
      if (!measured.equals(Surrounding.Quantity.INSIDE.unit().dimension())) {
        throw place.problem("the state of its ion is " + measured + ", not a concentration (mM)");
      }
    }
    if ((title.kind() == Kind.POOL) != currents.isEmpty()) {
      throw place.problem(
          currents.isEmpty()
              ? "a line 'current = …' is missing"
              : "a pool counts an ion and lets no current pass");
    }
    if ((title.kind() == Kind.RECEPTOR) != !events.isEmpty()) {
      throw place.problem(
          events.isEmpty()
              ? "a line 'on NAME: …' is missing: what does an arriving spike do?"
              : "spikes arrive at receptors only; begin the text with 'receptor'");
    }
  }

  /** What is read of the surroundings. */
  private List<Surrounding> surroundings(
      List<NeuronEquations.State> states, List<NeuronEquations.Definition> definitions) {
    Set<String> names = new HashSet<>();
    states.forEach(s -> {
      names(s.initial(), names);
      s.derivative().ifPresent(d -> names(d, names));
    });
    definitions.forEach(d -> names(d.value(), names));
    return known.values().stream().filter(s -> names.contains(s.name())).toList();
  }

  private static void names(Expression e, Set<String> into) {
    if (e instanceof Expression.Name(String name)) {
      into.add(name);
    }
    e.parts().forEach(part -> names(part, into));
  }
}
