package org.hillock.core.census;

import java.util.List;

/**
 * What a network is made of, without its weights.
 *
 * @param name as a user names it
 * @param about in a sentence
 * @param source paper, file or where else it is from
 * @param input what one input is
 * @param parts in order
 * @param remarks what a reader should know of the counts
 */
public record Architecture(
    String name, String about, String source, Input input, List<Part> parts, List<String> remarks) {

  /**
   * What one input is, for which multiply-adds are counted.
   *
   * @param described for people
   * @param values that come from outside
   * @param token whether it is one token of a text, at the end of a full context
   */
  public record Input(String described, long values, boolean token) {}

  public Architecture {
    parts = List.copyOf(parts);
    remarks = List.copyOf(remarks);
  }
}
