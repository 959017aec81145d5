package org.hillock.formats.yaml;

import java.util.List;
import java.util.Map;

/** A piece of YAML with the line on which it begins (1 is the first; 0 where it was made). */
sealed interface YamlNode {

  int line();

  /** What it is, for messages. */
  String described();

  /** What a scalar looks like, before anyone asks for a number or a text. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    EMPTY
  }

  /** A single value, kept as written. */
  record Scalar(String text, Kind kind, int line) implements YamlNode {
    @Override
    public String described() {
      return switch (kind) {
        case EMPTY -> "nothing";
        case NUMBER, BOOLEAN -> text;
        case TEXT -> "'" + text + "'";
      };
    }
  }

  /** {@code [a, b]}. */
  record Sequence(List<YamlNode> items, int line) implements YamlNode {
    @Override
    public String described() {
      return "a list";
    }
  }

  /** {@code {key: value}}, in the file's order. */
  record Mapping(Map<String, Entry> entries, int line) implements YamlNode {
    @Override
    public String described() {
      return "a mapping";
    }
  }

  /** What stands behind a key, and the key's own line. */
  record Entry(int keyLine, YamlNode value) {}
}
