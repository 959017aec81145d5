package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hillock.core.equation.NeuronText.Range;
import org.hillock.core.equation.NeuronText.Sign;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;

/** Reads one line. */
final class StatementParser {

  /** Words that begin a line. */
  static final Set<String> WORDS =
      new java.util.TreeSet<>(
          List.of(
              "neuron",
              "about",
              "doi",
              "parameter",
              "modulator",
              "bias",
              "input",
              "state",
              "method",
              "on",
              "receptor",
              "coupling",
              "spike",
              "reset",
              "refractory",
              "output"));

  static final Pattern TITLE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");
  private static final Pattern RANGE = Pattern.compile("(.*?)\\s*(>=?)\\s*([^\\s>=]*)");
  static final Pattern FIRST = Pattern.compile("^[A-Za-z]+(?=[\\s:]|$)");
  private static final int LONGEST_UNIT = 60;

  private final TextPlace place;
  private final String meaning;
  private final Tokens tokens;

  private StatementParser(TextPlace place, String meaning, Tokens tokens) {
    this.place = place;
    this.meaning = meaning;
    this.tokens = tokens;
  }

  /**
   * The statement of a line.
   *
   * @throws UsageException with its place
   */
  static Statement of(TextLine line) {
    Matcher first = FIRST.matcher(line.code());
    String word = first.find() ? first.group() : "";
    String rest = line.code().substring(word.length()).strip();
    if (rest.startsWith("=") && WORDS.contains(word)) {
      throw line.place().problem("'" + word + "' begins a line of its own and is no name");
    }
    switch (word) {
      case "neuron" -> {
        if (!TITLE.matcher(rest).matches()) {
          throw line.place()
              .problem(
                  "'"
                      + shortened(rest)
                      + "' is no name of a neuron: at most 40 letters, digits, '_' and '-',"
                      + " starting with a letter");
        }
        return new Statement.Title(line.place(), rest);
      }
      case "about" -> {
        return new Statement.About(line.place(), rest);
      }
      case "doi" -> {
        return new Statement.Doi(line.place(), rest);
      }
      default -> {
        Tokens tokens = new Tokens(line.place(), line.code());
        return new StatementParser(line.place(), line.meaning(), tokens).statement();
      }
    }
  }

  private Statement statement() {
    Tokens.Token first = tokens.peek();
    if (first.kind() != Tokens.Kind.NAME) {
      throw place.problem("a line begins with a word or a name, not with " + first.shown());
    }
    if (tokens.second().is("=") && !WORDS.contains(first.text())) {
      return definition();
    }
    if (tokens.second().is("/")) {
      return derivative();
    }
    if (!WORDS.contains(first.text())) {
      throw place.problem(
          "'"
              + first.text()
              + "' begins no line; "
              + NearestName.hint(first.text(), WORDS)
              + (tokens.second().is("+=") || tokens.second().is("-=")
                  ? " Changes stand behind 'on NAME:' or 'reset:'"
                  : ""));
    }
    tokens.take();
    Statement statement =
        switch (first.text()) {
          case "parameter" -> parameter();
          case "modulator" -> {
            String name = tokens.name("the modulator");
            tokens.need("=");
            yield new Statement.Modulator(
                place, name, quantity(about(name), tokens.rest("")), meaning);
          }
          case "bias" -> new Statement.Bias(place, unit(""));
          case "input" -> new Statement.Input(place, tokens.name("the input"), unit(""), meaning);
          case "state" -> {
            String name = tokens.name("the state");
            tokens.need("=");
            yield new Statement.State(
                place, Statement.Owner.OWN, name, ExpressionParser.next(tokens), meaning);
          }
          case "method" -> method();
          case "on" -> on();
          case "receptor" -> alias();
          case "coupling" -> coupling();
          case "spike" -> {
            tokens.need("when");
            yield new Statement.Spike(place, ExpressionParser.next(tokens));
          }
          case "reset" -> {
            tokens.need(":");
            yield new Statement.Reset(place, changes());
          }
          case "refractory" -> refractory();
          default -> new Statement.Output(place, tokens.name("what is sent"));
        };
    tokens.needEnd();
    return statement;
  }

  private TextPlace about(String name) {
    return place.about("'" + name + "'");
  }

  private Statement definition() {
    String name = tokens.take().text();
    tokens.need("=");
    Expression value = ExpressionParser.next(tokens);
    tokens.needEnd();
    return new Statement.Definition(place, name, value, meaning);
  }

  private Statement derivative() {
    String of = tokens.take().text();
    tokens.need("/");
    if (!of.startsWith("d") || of.length() < 2 || !tokens.peek().is("dt")) {
      throw place.problem("a line that begins 'd…/dt =' gives a derivative; this one begins none");
    }
    tokens.take();
    tokens.need("=");
    Expression value = ExpressionParser.next(tokens);
    tokens.needEnd();
    return new Statement.Derivative(place, of.substring(1), value);
  }

  private Statement parameter() {
    String name = tokens.name("the parameter");
    TextPlace here = about(name);
    tokens.need("=");
    String text = tokens.rest("");
    checkLength(here, text);
    Matcher ranged = RANGE.matcher(text);
    Range range = Range.ANY;
    if (ranged.matches()) {
      if (!ranged.group(3).equals("0")) {
        throw here.problem(
            "a range is '> 0' or '>= 0', not '"
                + shortened(ranged.group(2) + " " + ranged.group(3))
                + "'");
      }
      range = ranged.group(2).equals(">") ? Range.POSITIVE : Range.NOT_NEGATIVE;
      text = ranged.group(1);
    }
    Quantity standard = quantity(here, text);
    boolean holds =
        switch (range) {
          case ANY -> true;
          case POSITIVE -> standard.value() > 0;
          case NOT_NEGATIVE -> standard.value() >= 0;
        };
    if (!holds) {
      throw here.problem(
          standard + " is not " + (range == Range.POSITIVE ? "> 0" : ">= 0") + ", as it must be");
    }
    return new Statement.Parameter(place, name, standard, range, meaning);
  }

  private static void checkLength(TextPlace place, String text) {
    if (text.length() > LONGEST_UNIT + Tokens.LONGEST_WORD) {
      throw place.problem("'" + shortened(text) + "' is too long for a number with a unit");
    }
  }

  private static Quantity quantity(TextPlace place, String text) {
    checkLength(place, text);
    try {
      Quantity quantity = Quantity.parse(text);
      Unit unit = quantity.unit();
      if (!Double.isFinite(unit.to(Unit.coherent(unit.dimension()), quantity.value()))) {
        throw place.problem(quantity + " is out of range");
      }
      return quantity;
    } catch (UsageException e) {
      throw e.path().isEmpty() ? place.problem(String.valueOf(e.getMessage())) : e;
    }
  }

  /** {@code in UNIT}, up to a sign or the end; a plain number where nothing stands. */
  private Unit unit(String upTo) {
    if (!tokens.takes("in")) {
      return Unit.NONE;
    }
    String text = tokens.rest(upTo);
    if (text.isEmpty()) {
      throw place.problem("behind 'in' a unit is needed, such as 'pA'");
    }
    if (text.length() > LONGEST_UNIT) {
      throw place.problem("'" + shortened(text) + "' is too long for a unit");
    }
    try {
      return Unit.parse(text);
    } catch (UsageException e) {
      throw place.problem(String.valueOf(e.getMessage()));
    }
  }

  private Statement method() {
    String word = tokens.rest("");
    List<String> known = Stream.of(Method.values()).map(Method::word).toList();
    if (!known.contains(word)) {
      String shown = shortened(word);
      throw place.problem("method '" + shown + "' is unknown; " + NearestName.hint(shown, known));
    }
    return new Statement.Integration(place, Method.values()[known.indexOf(word)]);
  }

  private Statement on() {
    String name = tokens.name("the receptor");
    Optional<Sign> sign = Optional.empty();
    if (!tokens.peek().is(":")) {
      String word = tokens.rest(":");
      List<String> known = Stream.of(Sign.values()).map(Sign::word).toList();
      if (!known.contains(word)) {
        String shown = shortened(word);
        throw place.problem(
            "'" + shown + "' does not say what weights do; " + NearestName.hint(shown, known));
      }
      sign = Optional.of(Sign.values()[known.indexOf(word)]);
    }
    tokens.need(":");
    return new Statement.On(place, name, sign, changes());
  }

  private Statement alias() {
    String name = tokens.name("the receptor");
    tokens.need("=");
    boolean negative = tokens.takes("-");
    String port = tokens.name("a receptor that an 'on' line describes");
    Optional<String> below0 =
        !negative && tokens.takes(",")
            ? Optional.of(tokens.name("the receptor of weights below 0"))
            : Optional.empty();
    return new Statement.Alias(place, name, negative, port, below0);
  }

  private Statement coupling() {
    String name = tokens.name("the coupling");
    Unit unit = unit(":");
    tokens.need(":");
    String variable = tokens.name("the variable");
    tokens.need("=");
    return new Statement.Electrical(place, name, unit, variable, ExpressionParser.next(tokens));
  }

  private Statement refractory() {
    Expression time = ExpressionParser.next(tokens);
    List<String> held = new ArrayList<>();
    if (tokens.takes("holding")) {
      do {
        held.add(tokens.name("a state"));
      } while (tokens.takes(","));
    }
    return new Statement.Refractory(place, time, held);
  }

  private List<Statement.Change> changes() {
    List<Statement.Change> all = new ArrayList<>();
    do {
      all.add(change(place, tokens));
    } while (tokens.takes(";") && !tokens.atEnd());
    return all;
  }

  /** One change, up to what parts it from the next. */
  static Statement.Change change(TextPlace place, Tokens tokens) {
    String state = tokens.name("a state");
    char sign = '=';
    if (tokens.takes("+=")) {
      sign = '+';
    } else if (tokens.takes("-=")) {
      sign = '-';
    } else if (!tokens.takes("=")) {
      throw place.problem(
          "'+=', '-=' or '=' is needed behind '"
              + state
              + "' where "
              + tokens.peek().shown()
              + " stands");
    }
    return new Statement.Change(place, state, sign, ExpressionParser.next(tokens));
  }

  static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }
}
