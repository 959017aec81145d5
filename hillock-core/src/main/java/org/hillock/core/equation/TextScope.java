package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.equation.Expression.Binary;
import org.hillock.core.equation.Expression.Call;
import org.hillock.core.equation.Expression.Comparison;
import org.hillock.core.equation.Expression.Constant;
import org.hillock.core.equation.Expression.Junction;
import org.hillock.core.equation.Expression.Name;
import org.hillock.core.equation.Expression.Negative;
import org.hillock.core.equation.Expression.Not;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Unit;

/** The names of a text: what each is, what it measures, and where it may be read. */
final class TextScope {

  /** What a name stands for. */
  enum Kind {
    PARAMETER("a parameter"),
    MODULATOR("a modulator"),
    BIAS("the bias"),
    INPUT("an input"),
    COUPLED("what a coupling gives"),
    SURROUNDING("what surrounds the mechanism"),
    TOTAL("a sum over synapses"),
    STATE("a state"),
    DEFINITION("a definition");

    private final String shown;

    Kind(String shown) {
      this.shown = shown;
    }

    String shown() {
      return shown;
    }
  }

  /** Where an expression stands. */
  enum Use {
    START("an initial value"),
    STEADY("an initial value"),
    REFRACTORY("a refractory time"),
    DEFINITION("a definition"),
    DERIVATIVE("a derivative"),
    EVENT("what a spike does on arrival"),
    RESET("a reset"),
    SPIKE("the condition of a spike"),
    FORMULA("a formula"),
    INTERVAL("the time of an 'every' line"),
    SYNAPSE("an equation of a synapse");

    private final String shown;

    Use(String shown) {
      this.shown = shown;
    }

    private boolean fixed() {
      return this == START || this == REFRACTORY || this == INTERVAL;
    }
  }

  /** What can be recorded of neurons beside what their text names. */
  private static final Set<String> RECORDED = Set.of("spikes", "value");

  private static final Set<String> OTHER_WORDS =
      Set.of("in", "when", "excites", "inhibits", "given");

  private record Declared(Kind kind, int line) {}

  private final Map<String, Declared> declared = new LinkedHashMap<>();
  private final Map<String, Measure> measures = new LinkedHashMap<>();

  /**
   * Makes a name known.
   *
   * @throws UsageException where it is taken, or means the same in every text
   */
  void declare(TextPlace place, String name, Kind kind) {
    TextPlace here = place.about("'" + name + "'");
    if (Reserved.NAMES.contains(name)) {
      throw here.problem("the name is reserved: it means the same in every text");
    }
    if (Function.named(name).isPresent()) {
      throw here.problem("the name is that of a function");
    }
    boolean word =
        (kind != Kind.BIAS && StatementParser.WORDS.contains(name))
            || ExpressionParser.WORDS.contains(name)
            || OTHER_WORDS.contains(name);
    if (word || RECORDED.contains(name)) {
      throw here.problem(
          word
              ? "the name is a word of the language"
              : "the name is that of what every neuron shows");
    }
    Declared before = declared.putIfAbsent(name, new Declared(kind, place.line()));
    if (before != null) {
      throw here.problem(
          "the name is that of "
              + before.kind.shown()
              + " in line "
              + before.line
              + "; each needs its own");
    }
  }

  /** Says what a name measures. */
  void measures(String name, Measure measure) {
    measures.put(name, measure);
  }

  /** What a known name measures, the names included that mean the same in every text. */
  Measure measure(String name) {
    return switch (name) {
      case Reserved.TIME, Reserved.STEP -> Measure.of(Dimension.TIME);
      case Reserved.NOISE -> Measure.NOISE;
      default -> measures.getOrDefault(name, Measure.NONE);
    };
  }

  Optional<Kind> kind(String name) {
    return Optional.ofNullable(declared.get(name)).map(Declared::kind);
  }

  /**
   * Checks that a state has this name.
   *
   * @throws UsageException with the nearest state
   */
  void needState(TextPlace place, String name, String more) {
    Declared found = declared.get(name);
    if (found != null && found.kind == Kind.STATE) {
      return;
    }
    throw place.problem(
        found == null
            ? "state '" + name + "' is unknown; " + NearestName.hint(name, named(Kind.STATE)) + more
            : "'" + name + "' is " + found.kind.shown() + ", not a state");
  }

  List<String> named(Kind kind) {
    List<String> names = new ArrayList<>();
    declared.forEach((name, d) -> {
      if (d.kind == kind) {
        names.add(name);
      }
    });
    return names;
  }

  /**
   * The expression with units in place of names that nothing else bears.
   *
   * @throws UsageException where a name is unknown or cannot be read there
   */
  Expression resolve(TextPlace place, Expression expression, Use use) {
    return switch (expression) {
      case Constant c -> c;
      case Name(String name) -> name(place, name, use);
      case Negative(Expression of) -> new Negative(resolve(place, of, use));
      case Binary(var operator, Expression left, Expression right) ->
          new Binary(operator, resolve(place, left, use), resolve(place, right, use));
      case Call(Function function, var arguments) -> {
        if (function.random() && use == Use.SYNAPSE) {
          throw place.problem(
              "'"
                  + function.word()
                  + "()' draws random numbers, and plastic synapses draw none; let the neurons be"
                  + " noisy");
        }
        if (function.random() && (use.fixed() || use == Use.FORMULA)) {
          throw place.problem(
              "'"
                  + function.word()
                  + "()' gives another number in each step and cannot stand in "
                  + use.shown
                  + "; a network can draw a parameter for each neuron");
        }
        List<Expression> resolved = new ArrayList<>();
        for (Expression argument : arguments) {
          resolved.add(resolve(place, argument, use));
        }
        yield new Call(function, resolved);
      }
      case Comparison(var relation, Expression left, Expression right) -> {
        if (relation == Expression.Relation.CROSSES) {
          throw place.problem("'crosses' may only be the whole condition of 'spike when'");
        }
        yield new Comparison(relation, resolve(place, left, use), resolve(place, right, use));
      }
      case Junction(var connective, Expression left, Expression right) ->
          new Junction(connective, resolve(place, left, use), resolve(place, right, use));
      case Not(Expression of) -> new Not(resolve(place, of, use));
    };
  }

  private Expression name(TextPlace place, String name, Use use) {
    Declared found = declared.get(name);
    if (found != null) {
      if (use.fixed() && found.kind != Kind.PARAMETER) {
        throw place.problem(
            "'"
                + name
                + "' is "
                + found.kind.shown()
                + ", and "
                + use.shown
                + " may only read parameters");
      }
      if (use == Use.STEADY && !measures.containsKey(name)) {
        // what is not known to measure anything yet is a state, or hangs on one
        throw place.problem(
            "'"
                + name
                + "' is "
                + found.kind.shown()
                + (found.kind == Kind.STATE ? "" : " that reads states")
                + ", and an initial value may read none");
      }
      return new Name(name);
    }
    if (Reserved.NAMES.contains(name)) {
      boolean allowed =
          switch (name) {
            case Reserved.NOISE -> use == Use.DERIVATIVE;
            case Reserved.WEIGHT -> use == Use.EVENT || use == Use.SYNAPSE;
            case Reserved.TIME ->
                !use.fixed() && use != Use.STEADY && use != Use.FORMULA && use != Use.SYNAPSE;
            default -> !use.fixed() && use != Use.STEADY && use != Use.FORMULA;
          };
      if (!allowed) {
        throw place.problem("'" + name + "'" + because(name, use));
      }
      return new Name(name);
    }
    try {
      return new Constant(1, Unit.parse(name));
    } catch (UsageException e) {
      throw place.problem("'" + name + "' is unknown; " + hint(name));
    }
  }

  private static String because(String name, Use use) {
    if (use == Use.SYNAPSE) {
      return name.equals(Reserved.TIME)
          ? ", the time, cannot be read by a synapse, which knows only its spikes; let a trace keep"
              + " what has passed"
          : ", white noise, cannot be read by a synapse, which draws no random numbers";
    }
    return switch (name) {
      case Reserved.NOISE -> ", white noise, may only stand in derivatives, not in " + use.shown;
      case Reserved.WEIGHT ->
          ", the weight of an arriving spike, is known only behind 'on', not in " + use.shown;
      default -> " changes, and " + use.shown + " may only read parameters";
    };
  }

  private String hint(String name) {
    return name.equals(NeuronEquations.BIAS)
        ? "a neuron that takes a constant input says so with a line such as 'bias in pA'"
        : NearestName.hint(name, declared.keySet());
  }
}
