package org.hillock.core.census;

import java.util.Optional;

/**
 * One operator with what surrounds it.
 *
 * @param name within what holds it
 * @param operator what it computes
 * @param activation function that its sums go through; empty for none
 * @param answer whether it gives the answer of the network
 * @param joins whether its sums are added to those of a layer before, whose neurons these are
 * @param tokens of a full context that it works on, 1 where there is no sequence
 * @param tied the layer that its weights stand in; empty where they are its own
 */
public record Layer(
    String name,
    Operator operator,
    Optional<String> activation,
    boolean answer,
    boolean joins,
    long tokens,
    Optional<String> tied)
    implements Part {

  /** In place of an activation function where a file does not tell whether there is one. */
  public static final String UNTOLD = "activation not told";

  /** A layer without activation, for one token. */
  public static Layer of(String name, Operator operator) {
    return new Layer(name, operator, Optional.empty(), false, false, 1, Optional.empty());
  }

  /** With an activation function. */
  public Layer then(String function) {
    return new Layer(name, operator, Optional.of(function), answer, joins, tokens, tied);
  }

  /** As the one that gives the answer. */
  public Layer answering() {
    return new Layer(name, operator, activation, true, joins, tokens, tied);
  }

  /** Added to the sums of the layer before. */
  public Layer joining() {
    return new Layer(name, operator, activation, answer, true, tokens, tied);
  }

  /** Working on so many tokens. */
  public Layer on(long newTokens) {
    return new Layer(name, operator, activation, answer, joins, newTokens, tied);
  }

  /** With the weights of another layer. */
  public Layer tiedTo(String other) {
    return new Layer(name, operator, activation, answer, joins, tokens, Optional.of(other));
  }
}
