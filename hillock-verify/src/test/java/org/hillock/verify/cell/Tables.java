package org.hillock.verify.cell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.hillock.core.cell.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the reference values; {@code src/test/python/cell/README.md} says how they were made. */
final class Tables {

  private Tables() {}

  static JsonNode json(String file) {
    return JsonMapper.builder().build().readTree(text(file));
  }

  /** The columns of numbers of a file whose first line names them. */
  static double[][] columns(String file) {
    String[] lines = text(file).lines().skip(1).toArray(String[]::new);
    double[][] columns = new double[lines[0].split(",").length][lines.length];
    for (int row = 0; row < lines.length; row++) {
      String[] cells = lines[row].split(",");
      for (int k = 0; k < cells.length; k++) {
        columns[k][row] = Double.parseDouble(cells[k]);
      }
    }
    return columns;
  }

  static double[] numbers(JsonNode list) {
    return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  /** A place as the files write it: {@code ["soma", 0.5]}. */
  static Place place(JsonNode pair) {
    return new Place(pair.get(0).asString(), pair.get(1).asDouble());
  }

  private static String text(String file) {
    try (InputStream in = Objects.requireNonNull(Tables.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
