package org.hillock.core.equation;

import java.util.ArrayList;
import java.util.List;

/** The words, numbers and signs of one statement, read from left to right. */
final class Tokens {

  /** The longest name or number, in characters. */
  static final int LONGEST_WORD = 40;

  /** What a token is. */
  enum Kind {
    NUMBER,
    NAME,
    SIGN,
    END
  }

  /**
   * A word, number or sign.
   *
   * @param at its place in the statement, from 0
   */
  record Token(Kind kind, String text, int at) {
    boolean is(String sign) {
      return kind != Kind.NUMBER && text.equals(sign);
    }

    String shown() {
      return kind == Kind.END ? "the end of the line" : "'" + text + "'";
    }
  }

  private static final List<String> PAIRS = List.of("+=", "-=", ">=", "<=");
  private static final String SINGLES = "+-*/^(),;:=><";

  private final TextPlace place;
  private final String code;
  private final List<Token> tokens;
  private int next;

  /**
   * The tokens of a statement.
   *
   * @throws org.hillock.core.problem.UsageException where a character, name or number is not read
   */
  Tokens(TextPlace place, String code) {
    this.place = place;
    this.code = code;
    this.tokens = cut(place, code);
  }

  private static List<Token> cut(TextPlace place, String code) {
    List<Token> all = new ArrayList<>();
    int at = 0;
    while (at < code.length()) {
      char c = code.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
        continue;
      }
      int end = at + 1;
      Kind kind = Kind.SIGN;
      if (isLetter(c)) {
        kind = Kind.NAME;
        end = wordEnd(code, at);
      } else if (isDigit(c) || (c == '.' && end < code.length() && isDigit(code.charAt(end)))) {
        kind = Kind.NUMBER;
        end = numberEnd(code, at);
      } else if (at + 2 <= code.length() && PAIRS.contains(code.substring(at, at + 2))) {
        end = at + 2;
      } else if (SINGLES.indexOf(c) < 0) {
        throw unread(place, code, at);
      }
      if (end - at > LONGEST_WORD) {
        throw place.problem(
            "'"
                + code.substring(at, at + 12)
                + "…' has "
                + (end - at)
                + " characters; names and numbers have at most "
                + LONGEST_WORD);
      }
      all.add(new Token(kind, code.substring(at, end), at));
      at = end;
    }
    all.add(new Token(Kind.END, "", code.length()));
    return all;
  }

  private static org.hillock.core.problem.UsageException unread(
      TextPlace place, String code, int at) {
    int point = code.codePointAt(at);
    String shown = "'" + Character.toString(point) + "'";
    if (point == 0xB5 || point == 0x3BC) {
      return place.problem(shown + " is not read here: write 'u' for micro, as in 'um'");
    }
    if (point == 0x3A9 || point == 0x2126) {
      return place.problem(shown + " is not read here: write 'Ohm'");
    }
    if (Character.isLetter(point)) {
      return place.problem(
          shown + " is not read: names are of the letters a-z and A-Z, digits and '_'");
    }
    return place.problem(shown + " is not read here");
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int wordEnd(String code, int from) {
    int end = from;
    while (end < code.length()
        && (isLetter(code.charAt(end)) || isDigit(code.charAt(end)) || code.charAt(end) == '_')) {
      end++;
    }
    return end;
  }

  private static int digitsEnd(String code, int from) {
    int end = from;
    while (end < code.length() && isDigit(code.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int numberEnd(String code, int from) {
    int end = digitsEnd(code, from);
    if (end < code.length() && code.charAt(end) == '.') {
      end = digitsEnd(code, end + 1);
    }
    if (end < code.length() && (code.charAt(end) == 'e' || code.charAt(end) == 'E')) {
      int digits = end + 1;
      if (digits < code.length() && (code.charAt(digits) == '+' || code.charAt(digits) == '-')) {
        digits++;
      }
      int last = digitsEnd(code, digits);
      if (last > digits) {
        return last;
      }
    }
    return end;
  }

  TextPlace place() {
    return place;
  }

  /** The token that comes next, which stays. */
  Token peek() {
    return tokens.get(next);
  }

  /** The one after it. */
  Token second() {
    return ahead(1);
  }

  /** The one that many behind the next. */
  Token ahead(int count) {
    return tokens.get(Math.min(next + count, tokens.size() - 1));
  }

  Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  /** Takes the next token if it is this sign or word. */
  boolean takes(String sign) {
    if (!peek().is(sign)) {
      return false;
    }
    next++;
    return true;
  }

  /** Takes this sign or word, or says that it is missing. */
  void need(String sign) {
    if (!takes(sign)) {
      throw place.problem("'" + sign + "' is needed where " + peek().shown() + " stands");
    }
  }

  /** Takes a name. */
  String name(String of) {
    if (peek().kind() != Kind.NAME) {
      throw place.problem("the name of " + of + " is needed where " + peek().shown() + " stands");
    }
    return take().text();
  }

  /** The statement from the next token on, up to a sign or its end, which then comes next. */
  String rest(String upTo) {
    int from = peek().at();
    while (peek().kind() != Kind.END && !peek().is(upTo)) {
      next++;
    }
    return code.substring(from, peek().at()).strip();
  }

  boolean atEnd() {
    return peek().kind() == Kind.END;
  }

  /** Says so where something follows. */
  void needEnd() {
    if (!atEnd()) {
      throw place.problem("ends before " + peek().shown() + ": nothing may follow here");
    }
  }
}
