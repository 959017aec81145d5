package org.hillock.app.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Trees of maps, lists, texts and numbers as JSON; equal trees give equal bytes. */
public final class JsonText {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonText() {}

  /** The text, indented, with a line feed at its end. */
  public static String of(Map<String, ?> tree) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    return MAPPER.writer().with(printer).writeValueAsString(tree) + "\n";
  }

  /** The tree with keys that a program can name: blanks become underscores, at every depth. */
  public static Map<String, Object> withPlainKeys(Map<?, ?> tree) {
    Map<String, Object> plain = new LinkedHashMap<>();
    tree.forEach((key, value) -> plain.put(key.toString().replace(' ', '_'), withPlainKeys(value)));
    return plain;
  }

  private static Object withPlainKeys(Object value) {
    return switch (value) {
      case Map<?, ?> map -> withPlainKeys(map);
      case List<?> list -> list.stream().map(JsonText::withPlainKeys).toList();
      default -> value;
    };
  }
}
