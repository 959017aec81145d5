package org.hillock.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import org.hillock.report.figure.Xml;

/** Writes HTML that is also well-formed XML; every text and attribute is escaped. */
final class Markup {

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; attributes are names and values in turn. */
  Markup open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Closes the element that was opened last. */
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Closes it and begins a new line. */
  Markup end() {
    close();
    out.append('\n');
    return this;
  }

  Markup text(String text) {
    out.append(Xml.escape(text));
    return this;
  }

  /** An element that holds only text. */
  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).end();
  }

  /** An element that never holds anything, such as {@code meta}. */
  Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>\n");
    return this;
  }

  /** Markup that was made elsewhere: an SVG or the style sheet. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(Xml.escape(attributes[i + 1])).append('"');
    }
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.toString();
  }
}
