package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.hillock.core.problem.NearestName;

/** Reads one line of a plastic synapse: its own words, and those that it shares with neurons. */
final class SynapseParser {

  private static final String SYNAPSE = "synapse";
  private static final String INCOMING = "incoming";
  private static final String EVERY = "every";
  private static final String SEND = "send";

  /** Words that begin a line of a synapse. */
  static final Set<String> WORDS =
      new java.util.TreeSet<>(
          List.of(
              SYNAPSE,
              "about",
              "doi",
              "parameter",
              "modulator",
              SynapseText.PRE,
              SynapseText.POST,
              "state",
              "on",
              EVERY,
              SEND));

  private SynapseParser() {}

  /** Whether the name is a word of the language of synapses. */
  static boolean isWord(String name) {
    return WORDS.contains(name) || name.equals(INCOMING);
  }

  /**
   * The statement of a line.
   *
   * @throws org.hillock.core.problem.UsageException with its place
   */
  static Statement of(TextLine line) {
    Matcher first = StatementParser.FIRST.matcher(line.code());
    String word = first.find() ? first.group() : "";
    if (word.equals(SYNAPSE)) {
      return title(line);
    }
    if (word.equals("about") || word.equals("doi")) {
      return StatementParser.of(line);
    }
    Tokens tokens = new Tokens(line.place(), line.code());
    Tokens.Token begin = tokens.peek();
    boolean equation = tokens.second().is("=") || tokens.second().is("/");
    if (begin.kind() == Tokens.Kind.NAME && equation && isWord(begin.text())) {
      throw line.place().problem("'" + begin.text() + "' begins a line of its own and is no name");
    }
    if (begin.kind() == Tokens.Kind.NAME && !equation && !WORDS.contains(begin.text())) {
      throw unknown(line, tokens);
    }
    return switch (word) {
      case SynapseText.PRE -> state(line, tokens, Statement.Owner.BEFORE);
      case SynapseText.POST -> state(line, tokens, Statement.Owner.BEHIND);
      case EVERY -> every(line, tokens);
      case SEND -> {
        tokens.take();
        Statement send = new Statement.Send(line.place(), ExpressionParser.next(tokens));
        tokens.needEnd();
        yield send;
      }
      default -> StatementParser.of(line);
    };
  }

  private static org.hillock.core.problem.UsageException unknown(TextLine line, Tokens tokens) {
    String word = tokens.peek().text();
    boolean ofNeurons = StatementParser.WORDS.contains(word);
    boolean changes = tokens.second().is("+=") || tokens.second().is("-=");
    return line.place()
        .problem(
            "'"
                + word
                + (ofNeurons
                    ? "' belongs to neurons and begins no line of a synapse; "
                    : "' begins no line of a synapse; ")
                + NearestName.hint(word, WORDS)
                + (changes ? " Changes stand behind 'on pre:', 'on post:' or 'every TIME:'" : ""));
  }

  private static Statement title(TextLine line) {
    String name = line.code().substring(SYNAPSE.length()).strip();
    if (!StatementParser.TITLE.matcher(name).matches()) {
      throw line.place()
          .problem(
              "'"
                  + StatementParser.shortened(name)
                  + "' is no name of a synapse: at most 40 letters, digits, '_' and '-', starting"
                  + " with a letter");
    }
    return new Statement.Title(line.place(), name);
  }

  private static Statement state(TextLine line, Tokens tokens, Statement.Owner owner) {
    tokens.take();
    String name = tokens.name("the state");
    tokens.need("=");
    Expression initial = ExpressionParser.next(tokens);
    tokens.needEnd();
    return new Statement.State(line.place(), owner, name, initial, line.meaning());
  }

  private static Statement every(TextLine line, Tokens tokens) {
    TextPlace place = line.place();
    tokens.take();
    Expression interval = ExpressionParser.next(tokens);
    tokens.need(":");
    List<Statement.Total> totals = new ArrayList<>();
    List<Statement.Change> changes = new ArrayList<>();
    do {
      if (tokens.second().is("=") && tokens.ahead(2).is(INCOMING)) {
        String name = tokens.name("the sum");
        if (!changes.isEmpty()) {
          throw place
              .about("'" + name + "'")
              .problem(
                  "a sum over incoming synapses stands before what changes them: it is reckoned"
                      + " before anything is changed");
        }
        tokens.take();
        tokens.take();
        totals.add(new Statement.Total(place, name, ExpressionParser.next(tokens)));
      } else {
        changes.add(StatementParser.change(place, tokens));
      }
    } while (tokens.takes(";") && !tokens.atEnd());
    tokens.needEnd();
    return new Statement.Every(place, interval, totals, changes);
  }
}
