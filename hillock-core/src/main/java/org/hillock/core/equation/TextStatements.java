package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hillock.core.problem.UsageException;

/** The lines of a text, by kind. */
record TextStatements(String source, List<Statement> statements) {

  private static final int MOST_STATES = 64;
  private static final int MOST_PARAMETERS = 128;
  private static final int MOST_DEFINITIONS = 256;
  private static final int MOST_RECEPTORS = 64;

  /**
   * The statements of a text, each read by itself.
   *
   * @throws UsageException where one cannot be read, or they are too many
   */
  static TextStatements of(String source, String text) {
    return of(source, text, StatementParser::of, "a neuron");
  }

  /** The statements of a mechanism's text, as {@link #of}. */
  static TextStatements ofMechanism(String source, String text) {
    return of(source, text, MechanismParser::of, "a mechanism");
  }

  /** The statements of a plastic synapse's text, as {@link #of}. */
  static TextStatements ofSynapse(String source, String text) {
    return of(source, text, SynapseParser::of, "a synapse");
  }

  /** The statements of a modulator's text, as {@link #of}. */
  static TextStatements ofModulator(String source, String text) {
    return of(source, text, StatementParser::of, "a modulator");
  }

  private static TextStatements of(
      String source, String text, Function<TextLine, Statement> parser, String what) {
    List<Statement> all = new ArrayList<>();
    for (TextLine line : TextLine.of(source, text)) {
      all.add(parser.apply(line));
    }
    if (all.isEmpty()) {
      throw new UsageException(source, "the text says nothing of " + what);
    }
    TextStatements read = new TextStatements(source, all);
    read.limit(MOST_STATES, "states", Statement.State.class);
    read.limit(MOST_PARAMETERS, "parameters", Statement.Parameter.class);
    read.limit(MOST_PARAMETERS, "modulators", Statement.Modulator.class);
    read.limit(MOST_DEFINITIONS, "definitions", Statement.Definition.class);
    read.limit(
        MOST_RECEPTORS,
        "receptors",
        Statement.On.class,
        Statement.Input.class,
        Statement.Electrical.class,
        Statement.Alias.class);
    return read;
  }

  private void limit(int most, String what, Class<?>... kinds) {
    int count = 0;
    for (Statement statement : statements) {
      for (Class<?> kind : kinds) {
        if (kind.isInstance(statement) && ++count > most) {
          throw statement
              .place()
              .problem("is one more than the " + most + " " + what + " that a neuron may have");
        }
      }
    }
  }

  /** All of a kind, in the order of the text. */
  <T extends Statement> List<T> all(Class<T> kind) {
    return statements.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /**
   * The one of a kind that may be there once.
   *
   * @param what the word that it begins with
   */
  <T extends Statement> Optional<T> only(Class<T> kind, String what) {
    List<T> found = all(kind);
    if (found.size() > 1) {
      throw found
          .get(1)
          .place()
          .problem(
              "'" + what + "' is there twice, first in line " + found.getFirst().place().line());
    }
    return found.stream().findFirst();
  }

  /**
   * The name that the text gives to what it describes, or that it has outside.
   *
   * @param what the word that the line begins with
   * @param named outside; the text may say it too
   * @throws UsageException where both are there and differ, or neither is
   */
  String title(String what, Optional<String> named) {
    Optional<Statement.Title> title = only(Statement.Title.class, what);
    if (named.isPresent() && title.isPresent() && !title.get().name().equals(named.get())) {
      throw title
          .get()
          .place()
          .problem(
              "names the "
                  + what
                  + " '"
                  + title.get().name()
                  + "', which is '"
                  + named.get()
                  + "' here; use one name, or leave the line out");
    }
    return named
        .or(() -> title.map(Statement.Title::name))
        .orElseThrow(() ->
            new UsageException(
                source, "the text does not name its " + what + ": '" + what + " NAME' is missing"));
  }
}
