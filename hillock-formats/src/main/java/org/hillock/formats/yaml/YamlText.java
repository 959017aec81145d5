package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hillock.formats.yaml.YamlNode.Entry;
import org.hillock.formats.yaml.YamlNode.Kind;
import org.hillock.formats.yaml.YamlNode.Mapping;
import org.hillock.formats.yaml.YamlNode.Scalar;
import org.hillock.formats.yaml.YamlNode.Sequence;

/** Writes {@link YamlNode}s as a person would: short things on one line, long ones indented. */
final class YamlText {

  private static final int WIDTH = 100;
  private static final String PLAIN_PART = "[A-Za-z0-9_./()*^µΩ-]+";
  private static final Pattern PLAIN_WORDS =
      Pattern.compile("[A-Za-z][A-Za-z0-9_./()*^µΩ-]*( " + PLAIN_PART + ")*");
  private static final Pattern PLAIN_QUANTITY =
      Pattern.compile("-?[0-9][0-9.eE+-]* " + PLAIN_PART + "( " + PLAIN_PART + ")*");

  /** Words that some YAML reader takes for something else than text. */
  private static final Set<String> RESERVED =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  /** The text of a file: every top-level mapping is spread over lines. */
  static String of(Mapping root) {
    YamlText text = new YamlText();
    text.block(root, 0);
    return text.out.toString();
  }

  private void block(Mapping mapping, int indent) {
    for (Map.Entry<String, Entry> one : mapping.entries().entrySet()) {
      String key = " ".repeat(indent) + scalar(one.getKey(), Kind.TEXT) + ":";
      YamlNode value = one.getValue().value();
      List<String> pieces = pieces(value);
      int length = key.length() + pieces.stream().mapToInt(piece -> piece.length() + 1).sum();
      if (value instanceof Scalar(String text, Kind kind, int _)
          && kind == Kind.TEXT
          && isLines(text)) {
        lines(key, text, indent + 2);
        continue;
      }
      boolean section = indent == 0 && value instanceof Mapping m && !m.entries().isEmpty();
      if (value instanceof Scalar || (length <= WIDTH && !section)) {
        out.append(key).append(' ').append(String.join(" ", pieces)).append('\n');
      } else if (value instanceof Mapping inner) {
        out.append(key).append('\n');
        block(inner, indent + 2);
      } else {
        out.append(key).append('\n');
        wrapped(pieces, indent + 2);
      }
    }
  }

  /** Whether a text is several lines that stand as they are behind {@code |}. */
  private static boolean isLines(String text) {
    boolean several = text.indexOf('\n') >= 0 && text.indexOf('\n') < text.length() - 1;
    return several
        && text.endsWith("\n")
        && !text.endsWith("\n\n")
        && text.charAt(0) > ' '
        && text.lines().noneMatch(line -> !line.isEmpty() && line.isBlank())
        && quoted(text.replace("\n", "").replace("\\", "").replace("\"", "")).indexOf('\\') < 0;
  }

  private void lines(String key, String text, int indent) {
    out.append(key).append(" |\n");
    text.lines()
        .forEach(line -> out.append(line.isEmpty() ? "" : " ".repeat(indent) + line).append('\n'));
  }

  private void wrapped(List<String> pieces, int indent) {
    int column = 0;
    for (String piece : pieces) {
      if (column > 0 && column + 1 + piece.length() > WIDTH) {
        out.append('\n');
        column = 0;
      }
      out.append(column == 0 ? " ".repeat(indent) : " ").append(piece);
      column += piece.length() + (column == 0 ? indent : 1);
    }
    out.append('\n');
  }

  /** The one-line form, cut where a line may end. */
  private static List<String> pieces(YamlNode node) {
    List<String> pieces = new ArrayList<>();
    switch (node) {
      case Scalar(String text, Kind kind, int _) -> pieces.add(scalar(text, kind));
      case Sequence(List<YamlNode> items, int _) -> {
        for (YamlNode item : items) {
          pieces.addAll(comma(pieces, pieces(item)));
        }
        enclose(pieces, "[", "]");
      }
      case Mapping(Map<String, Entry> entries, int _) -> {
        for (Map.Entry<String, Entry> one : entries.entrySet()) {
          List<String> value = pieces(one.getValue().value());
          value.set(0, scalar(one.getKey(), Kind.TEXT) + ": " + value.getFirst());
          pieces.addAll(comma(pieces, value));
        }
        enclose(pieces, "{", "}");
      }
    }
    return pieces;
  }

  /** Ends what stands already with a comma, and gives what follows. */
  private static List<String> comma(List<String> before, List<String> next) {
    if (!before.isEmpty()) {
      before.set(before.size() - 1, before.getLast() + ",");
    }
    return next;
  }

  private static void enclose(List<String> pieces, String open, String close) {
    if (pieces.isEmpty()) {
      pieces.add(open + close);
    } else {
      pieces.set(0, open + pieces.getFirst());
      pieces.set(pieces.size() - 1, pieces.getLast() + close);
    }
  }

  private static String scalar(String text, Kind kind) {
    boolean plain =
        kind != Kind.TEXT
            || PLAIN_QUANTITY.matcher(text).matches()
            || (PLAIN_WORDS.matcher(text).matches()
                && !RESERVED.contains(text.toLowerCase(Locale.ROOT)));
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean printable =
          (c >= 0x20 && c < 0x7f)
              || (c >= 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029)
              || (c >= 0xe000 && c < 0xfeff);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (printable) {
        quoted.append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        quoted.append(c).append(text.charAt(++i));
      } else {
        quoted.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
      }
    }
    return quoted.append('"').toString();
  }
}
