package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.hillock.core.problem.NearestName;

/** Reads one line of a mechanism: its own words, and those that it shares with neurons. */
final class MechanismParser {

  private static final String ION = "ion";
  private static final String CURRENT = "current";

  /** Words that begin a line of a mechanism. */
  static final Set<String> WORDS =
      new java.util.TreeSet<>(
          List.of(
              "channel",
              "pool",
              "receptor",
              "about",
              "doi",
              ION,
              "parameter",
              "state",
              CURRENT,
              "method",
              "on"));

  private MechanismParser() {}

  /**
   * The statement of a line.
   *
   * @throws org.hillock.core.problem.UsageException with its place
   */
  static Statement of(TextLine line) {
    Matcher first = StatementParser.FIRST.matcher(line.code());
    String word = first.find() ? first.group() : "";
    for (MechanismText.Kind kind : MechanismText.Kind.values()) {
      if (kind.word().equals(word)) {
        return title(line, kind);
      }
    }
    if (word.equals(ION) || word.equals(CURRENT)) {
      Tokens tokens = new Tokens(line.place(), line.code());
      tokens.take();
      Statement statement = word.equals(ION) ? ions(line, tokens) : current(line, tokens);
      tokens.needEnd();
      return statement;
    }
    if (StatementParser.WORDS.contains(word) && !WORDS.contains(word)) {
      throw line.place()
          .problem(
              "'"
                  + word
                  + "' belongs to neurons and begins no line of a mechanism; "
                  + NearestName.hint(word, WORDS));
    }
    return StatementParser.of(line);
  }

  private static Statement title(TextLine line, MechanismText.Kind kind) {
    String name = line.code().substring(kind.word().length()).strip();
    if (!StatementParser.TITLE.matcher(name).matches()) {
      throw line.place()
          .problem(
              "'"
                  + StatementParser.shortened(name)
                  + "' is no name of a "
                  + kind.word()
                  + ": at most 40 letters, digits, '_' and '-', starting with a letter");
    }
    return new Statement.Mechanism(line.place(), kind, name);
  }

  private static Statement ions(TextLine line, Tokens tokens) {
    List<String> names = new ArrayList<>();
    do {
      names.add(tokens.name("an ion, such as 'na'").toLowerCase(Locale.ROOT));
    } while (tokens.takes(","));
    return new Statement.Ions(line.place(), names);
  }

  private static Statement current(TextLine line, Tokens tokens) {
    Optional<String> ion =
        tokens.peek().is("=")
            ? Optional.empty()
            : Optional.of(tokens.name("an ion").toLowerCase(Locale.ROOT));
    tokens.need("=");
    return new Statement.Current(line.place(), ion, ExpressionParser.next(tokens));
  }
}
