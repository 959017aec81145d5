package org.hillock.formats.yaml;

import java.io.IOException;
import java.io.StringReader;

/**
 * Reads a text and leaves room for one more character in whatever it is read into: the YAML parser
 * asks for the second half of a character of two (such as 😀) where its buffer is full, and fails.
 */
final class RoomyReader extends StringReader {

  RoomyReader(String text) {
    super(text);
  }

  @Override
  public int read(char[] into, int from, int count) throws IOException {
    return super.read(into, from, count > 1 ? count - 1 : count);
  }
}
