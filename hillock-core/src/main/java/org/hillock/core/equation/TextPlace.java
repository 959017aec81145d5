package org.hillock.core.equation;

import org.hillock.core.problem.UsageException;

/**
 * Where in a text something stands, for messages.
 *
 * @param source how messages name the text
 * @param line from 1; 0 where the text is one line, within another file
 * @param subject what the line is about, such as {@code dv/dt}; empty where that is not known
 */
record TextPlace(String source, int line, String subject) {

  TextPlace about(String newSubject) {
    return new TextPlace(source, line, newSubject);
  }

  /** {@code source: line 12: dv/dt: message}. */
  UsageException problem(String message) {
    return new UsageException(
        source,
        (line == 0 ? "" : "line " + line + ": ")
            + (subject.isEmpty() ? "" : subject + ": ")
            + message);
  }
}
