package org.hillock.formats.census;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a config.json.
 *
 * @param path for messages
 * @param root its object
 */
record ConfigFile(Path path, JsonNode root) {

  private static final long MOST_BYTES = 20_000_000;

  /** Larger dimensions are no network but a mistake. */
  private static final long MOST = 1L << 40;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * Reads it.
   *
   * @throws UsageException where it is missing or no JSON object
   */
  static ConfigFile read(Path path) {
    byte[] text;
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw new UsageException(path + ": is too large for a config.json");
      }
      text = Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new UsageException(path + ": there is no such file");
    } catch (IOException e) {
      throw new FailureException(path + ": could not be read: " + e.getMessage(), e);
    }
    try {
      JsonNode root = JSON.readTree(text);
      if (!root.isObject()) {
        throw new UsageException(path + ": is not a JSON object");
      }
      return new ConfigFile(path, root);
    } catch (JacksonException e) {
      throw new UsageException(path + ": is not JSON: " + e.getOriginalMessage());
    }
  }

  /** A text, or another where it is not there. */
  String text(String key, String otherwise) {
    JsonNode node = root.get(key);
    return node != null && node.isString() ? node.stringValue() : otherwise;
  }

  /** A flag, or another where it is not there. */
  boolean flag(String key, boolean otherwise) {
    JsonNode node = root.get(key);
    if (node == null || node.isNull()) {
      return otherwise;
    }
    if (!node.isBoolean()) {
      throw new UsageException(path + ": " + key, node + " is not true or false");
    }
    return node.booleanValue();
  }

  /** A whole number of 1 or more; empty where it is missing or null. */
  OptionalLong number(String key) {
    JsonNode node = root.get(key);
    if (node == null || node.isNull()) {
      return OptionalLong.empty();
    }
    boolean whole = node.isIntegralNumber() && node.canConvertToLong();
    if (!whole || node.longValue() < 1 || node.longValue() > MOST) {
      throw new UsageException(path + ": " + key, node + " is not a whole number of 1 to " + MOST);
    }
    return OptionalLong.of(node.longValue());
  }

  /**
   * A whole number of 1 or more that must be there.
   *
   * @throws UsageException where it is not
   */
  long needed(String key) {
    return number(key).orElseThrow(() -> new UsageException(path + ": states no " + key));
  }

  /** The classes that were saved, such as GPT2LMHeadModel. */
  List<String> classes() {
    List<String> all = new ArrayList<>();
    JsonNode node = root.get("architectures");
    if (node != null && node.isArray()) {
      node.forEach(one -> all.add(one.isString() ? one.stringValue() : one.toString()));
    }
    return all;
  }

  /** How many labels it answers with: two where it does not say. */
  long labels() {
    JsonNode named = root.get("id2label");
    return named != null && named.isObject() && !named.isEmpty()
        ? named.size()
        : number("num_labels").orElse(2);
  }

  /** Those of these fields that it has, as they stand. */
  String stated(List<String> keys) {
    List<String> all = new ArrayList<>();
    for (String key : keys) {
      JsonNode node = root.get(key);
      if (node != null && node.isValueNode() && !node.isNull()) {
        all.add(key + " " + node.asString());
      }
    }
    return all.isEmpty() ? "no size that we know" : String.join(", ", all);
  }
}
