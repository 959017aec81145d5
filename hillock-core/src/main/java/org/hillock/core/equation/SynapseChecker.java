package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hillock.core.equation.NeuronEquations.Assignment;
import org.hillock.core.equation.Statement.Owner;
import org.hillock.core.equation.TextScope.Kind;
import org.hillock.core.equation.TextScope.Use;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;

/** Looks at the lines of a plastic synapse together: names, units, who changes and reads what. */
final class SynapseChecker {

  private final TextStatements lines;
  private final TextScope scope = new TextScope();
  private final Map<String, Owner> owners = new HashMap<>();

  private SynapseChecker(TextStatements lines) {
    this.lines = lines;
  }

  /**
   * The synapse of a text.
   *
   * @param named its name, where it is named outside
   * @throws UsageException with source, line and what is wrong
   */
  static SynapseText check(String source, Optional<String> named, String text) {
    return new SynapseChecker(TextStatements.ofSynapse(source, text)).synapse(named, text);
  }

  private SynapseText synapse(Optional<String> named, String text) {
    String name = lines.title("synapse", named);
    lines.statements().forEach(this::declare);
    EquationChecker checker = new EquationChecker(lines, scope, Use.SYNAPSE, Use.SYNAPSE);
    List<NeuronEquations.State> still = checker.states();
    List<NeuronEquations.Definition> definitions = checker.definitions();
    List<NeuronEquations.State> states = checker.moving(still);
    List<Assignment> onPre = on(SynapseText.PRE, Owner.BEFORE);
    List<Assignment> onPost = on(SynapseText.POST, Owner.BEHIND);
    List<SynapseText.Every> every =
        lines.all(Statement.Every.class).stream().map(this::every).toList();
    Optional<Expression> send = send();
    SynapseText synapse =
        new SynapseText(
            name,
            lines.all(Statement.About.class).stream()
                .map(Statement.About::text)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ")),
            lines.only(Statement.Doi.class, "doi").map(Statement.Doi::text).orElse(""),
            lines.all(Statement.Parameter.class).stream()
                .map(p -> new NeuronText.Parameter(p.name(), p.standard(), p.range(), p.meaning()))
                .toList(),
            owned(states, Owner.BEFORE),
            owned(states, Owner.BEHIND),
            owned(states, Owner.OWN),
            definitions,
            lines.all(Statement.Modulator.class).stream()
                .map(m -> new NeuronEquations.ModulatorRead(m.name(), m.standard(), m.meaning()))
                .toList(),
            onPre,
            onPost,
            every,
            send,
            text);
    new SynapseAccess(lines.source(), synapse).check();
    return synapse;
  }

  private List<NeuronEquations.State> owned(List<NeuronEquations.State> states, Owner owner) {
    return states.stream().filter(s -> owners.get(s.name()) == owner).toList();
  }

  private void declare(Statement statement) {
    switch (statement) {
      case Statement.Parameter p ->
          declare(p.place(), p.name(), Kind.PARAMETER, p.standard().unit().dimension());
      case Statement.Modulator m ->
          declare(m.place(), m.name(), Kind.MODULATOR, m.standard().unit().dimension());
      case Statement.State s -> {
        declare(s.place(), s.name(), Kind.STATE);
        owners.put(s.name(), s.owner());
      }
      case Statement.Definition d -> declare(d.place(), d.name(), Kind.DEFINITION);
      case Statement.Every e -> e.totals().forEach(t -> declare(t.place(), t.name(), Kind.TOTAL));
      default -> {}
    }
  }

  private void declare(TextPlace place, String name, Kind kind) {
    if (SynapseParser.isWord(name)) {
      throw place.about("'" + name + "'").problem("the name is a word of the language");
    }
    scope.declare(place, name, kind);
  }

  private void declare(TextPlace place, String name, Kind kind, Dimension dimension) {
    declare(place, name, kind);
    scope.measures(name, Measure.of(dimension));
  }

  /** What the spike of one side does. */
  private List<Assignment> on(String side, Owner owner) {
    List<Statement.On> all = new ArrayList<>();
    for (Statement.On on : lines.all(Statement.On.class)) {
      List<String> known = List.of(SynapseText.PRE, SynapseText.POST);
      if (!known.contains(on.name()) || on.sign().isPresent()) {
        throw on.place()
            .problem(
                on.sign().isPresent()
                    ? "'on "
                        + on.name()
                        + "' of a synapse has no '"
                        + on.sign().get().word()
                        + "': the receptor of the target gives the sign"
                    : "'on "
                        + on.name()
                        + "' is unknown; a synapse knows spikes that arrive, 'on pre', and spikes"
                        + " of its target, 'on post'. "
                        + NearestName.hint(on.name(), known));
      }
      if (on.name().equals(side)) {
        all.add(on);
      }
    }
    if (all.size() > 1) {
      throw all.get(1)
          .place()
          .problem(
              "'on " + side + "' is there twice, first in line " + all.getFirst().place().line());
    }
    return all.isEmpty()
        ? List.of()
        : changes(all.getFirst().place().about("on " + side), all.getFirst().changes(), owner);
  }

  private List<Assignment> changes(TextPlace place, List<Statement.Change> changes, Owner owner) {
    DimensionCheck check = new DimensionCheck(place, scope::measure);
    List<Assignment> all = new ArrayList<>();
    for (Statement.Change change : changes) {
      needChangeable(place, change.state(), owner);
      Statement.Change here =
          new Statement.Change(place, change.state(), change.sign(), change.value());
      all.add(TextChecker.changed(scope, check, here, Use.SYNAPSE));
    }
    return all;
  }

  /** Checks that a line may change a state: those of one side, the synapse's own, and {@code w}. */
  private void needChangeable(TextPlace place, String state, Owner owner) {
    if (state.equals(Reserved.WEIGHT)) {
      return;
    }
    Owner of = owners.get(state);
    if (of == null) {
      List<String> known = new ArrayList<>();
      scope.named(Kind.STATE).stream()
          .filter(s -> owners.get(s) == Owner.OWN || owners.get(s) == owner)
          .forEach(known::add);
      known.add(Reserved.WEIGHT);
      throw place.problem(
          scope
              .kind(state)
              .map(kind -> "'" + state + "' is " + kind.shown() + ", not a state")
              .orElseGet(
                  () -> "state '" + state + "' is unknown; " + NearestName.hint(state, known)));
    }
    if (of != Owner.OWN && of != owner) {
      throw place.problem(
          "'"
              + state
              + "' is a state of each "
              + (of == Owner.BEFORE ? "presynaptic" : "postsynaptic")
              + " neuron, which only 'on "
              + (of == Owner.BEFORE ? SynapseText.PRE : SynapseText.POST)
              + "' may change");
    }
  }

  private SynapseText.Every every(Statement.Every e) {
    TextPlace place = e.place().about("every");
    Expression interval = scope.resolve(place, e.interval(), Use.INTERVAL);
    Measure found = new DimensionCheck(place, scope::measure).value(interval);
    if (!found.fits(Measure.of(Dimension.TIME)) || found.zero()) {
      throw place.problem(
          ExpressionText.quoted(interval) + " is " + found + ", but behind 'every' stands a time");
    }
    List<SynapseText.Total> totals = new ArrayList<>();
    for (Statement.Total t : e.totals()) {
      TextPlace here = t.place().about("'" + t.name() + "'");
      Expression of = scope.resolve(here, t.of(), Use.SYNAPSE);
      Measure measure = new DimensionCheck(here, scope::measure).value(of);
      Dimension whole =
          measure
              .whole()
              .orElseThrow(() -> here.problem("a sum of what is " + measure + " has no unit"));
      scope.measures(t.name(), Measure.of(whole));
      totals.add(new SynapseText.Total(t.name(), Unit.coherent(whole), of));
    }
    if (e.changes().isEmpty()) {
      throw place.problem("changes nothing: behind the sums a statement is missing");
    }
    return new SynapseText.Every(
        interval, totals, changes(place, e.changes(), Owner.OWN), place.line());
  }

  private Optional<Expression> send() {
    return lines
        .only(Statement.Send.class, "send")
        .map(s -> {
          TextPlace place = s.place().about("send");
          Expression value = scope.resolve(place, s.value(), Use.SYNAPSE);
          Measure found = new DimensionCheck(place, scope::measure).value(value);
          if (!found.isPlain()) {
            throw place.problem(
                ExpressionText.quoted(value)
                    + " is "
                    + found
                    + ", but what is sent is a share of the largest weight, a plain number like"
                    + " 'w'");
          }
          return value;
        });
  }
}
