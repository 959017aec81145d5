package org.hillock.app.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints a tree of facts for people: {@code key value} lines, and lists of maps as tables whose
 * columns are the keys.
 */
public final class FactsText {

  private static final String INDENT = "  ";

  private FactsText() {}

  /** The tree as lines. */
  public static String of(Map<String, ?> facts) {
    StringBuilder text = new StringBuilder();
    print(facts, "", text);
    return text.toString();
  }

  private static void print(Map<?, ?> facts, String indent, StringBuilder text) {
    int width =
        facts.entrySet().stream()
            .filter(e -> isPlain(e.getValue()))
            .mapToInt(e -> e.getKey().toString().length())
            .max()
            .orElse(0);
    facts.forEach((key, value) -> {
      text.append(indent);
      switch (value) {
        case Map<?, ?> map -> {
          text.append(key).append('\n');
          print(map, indent + INDENT, text);
        }
        case List<?> rows when isTable(rows) -> {
          text.append(key).append('\n');
          table(rows, indent + INDENT, text);
        }
        default ->
            text.append(key)
                .append(" ".repeat(width - key.toString().length() + 2))
                .append(plain(value))
                .append('\n');
      }
    });
  }

  private static boolean isTable(List<?> rows) {
    return !rows.isEmpty() && rows.getFirst() instanceof Map;
  }

  private static boolean isPlain(Object value) {
    return !(value instanceof Map) && !(value instanceof List<?> rows && isTable(rows));
  }

  private static String plain(Object value) {
    return switch (value) {
      case Long n -> String.format(Locale.ROOT, "%,d", n);
      case Integer n -> String.format(Locale.ROOT, "%,d", n);
      case List<?> list ->
          list.isEmpty() ? "none" : String.join(", ", list.stream().map(Object::toString).toList());
      default -> value.toString().isEmpty() ? "-" : value.toString();
    };
  }

  private static void table(List<?> rows, String indent, StringBuilder text) {
    Map<String, Integer> widths = new LinkedHashMap<>();
    List<Map<String, String>> cells = new ArrayList<>();
    for (Object row : rows) {
      Map<String, String> line = new LinkedHashMap<>();
      ((Map<?, ?>) row)
          .forEach((key, value) -> {
            line.put(key.toString(), plain(value));
            int widest = Math.max(key.toString().length(), plain(value).length());
            widths.merge(key.toString(), widest, Math::max);
          });
      cells.add(line);
    }
    Map<String, String> head = new LinkedHashMap<>();
    widths.keySet().forEach(key -> head.put(key, key));
    cells.addFirst(head);
    for (Map<String, String> line : cells) {
      StringBuilder one = new StringBuilder(indent);
      widths.forEach((key, width) -> {
        String cell = line.getOrDefault(key, "");
        one.append(cell).append(" ".repeat(width - cell.length() + 2));
      });
      text.append(one.toString().stripTrailing()).append('\n');
    }
  }
}
