package org.hillock.onnx.read;

/**
 * A node that no population and projection can stand for.
 *
 * @param node its name, or where it has none its number and what it makes
 * @param operator such as {@code Loop}
 * @param reason in a sentence without a full stop
 */
public record Unread(String node, String operator, String reason) {

  @Override
  public String toString() {
    return operator + " " + node + ": " + reason;
  }
}
