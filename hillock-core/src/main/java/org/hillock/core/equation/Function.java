package org.hillock.core.equation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions of the language. */
public enum Function {
  EXP(1, "e^x"),
  LOG(1, "natural logarithm"),
  SQRT(1, "square root"),
  TANH(1, "hyperbolic tangent"),
  SIN(1, "sine of an angle in radians"),
  COS(1, "cosine of an angle in radians"),
  SIGMOID(1, "1/(1 + exp(-x))"),
  EXPREL(1, "(exp(x) - 1)/x, and 1 at 0"),
  POW(2, "x to the power of y"),
  ABS(1, "magnitude"),
  FLOOR(1, "largest whole number that is not above x"),
  MIN(2, "the smaller one"),
  MAX(2, "the larger one"),
  CLIP(3, "x, but at least the second and at most the third"),
  WHERE(3, "the second where the first is true, else the third"),
  UNIFORM(0, "a random number in [0, 1), another one in each step"),
  NORMAL(0, "a standard normal random number, another one in each step");

  private static final Map<String, Function> WORDS = new LinkedHashMap<>();

  static {
    for (Function function : values()) {
      WORDS.put(function.word, function);
    }
  }

  private final String word;
  private final int arguments;
  private final String meaning;

  Function(int arguments, String meaning) {
    this.word = name().toLowerCase(Locale.ROOT);
    this.arguments = arguments;
    this.meaning = meaning;
  }

  /** How many arguments it takes. */
  public int arguments() {
    return arguments;
  }

  public String meaning() {
    return meaning;
  }

  /** As it is written. */
  public String word() {
    return word;
  }

  /** The function that is written so. */
  public static Optional<Function> named(String word) {
    return Optional.ofNullable(WORDS.get(word));
  }

  /** All functions as they are written. */
  public static Set<String> words() {
    return Collections.unmodifiableSet(WORDS.keySet());
  }

  /** Whether it gives another number every time. */
  public boolean random() {
    return this == UNIFORM || this == NORMAL;
  }
}
