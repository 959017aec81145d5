package org.hillock.formats.safetensors;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.safetensors.SafetensorsFile.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON header of a safetensors file. */
final class SafetensorsHeader {

  /** The one key that names no tensor. */
  private static final String METADATA = "__metadata__";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private SafetensorsHeader() {}

  static Map<String, Entry> parse(Path path, byte[] header) {
    JsonNode root;
    try {
      root = JSON.readTree(header);
    } catch (JacksonException e) {
      throw new UsageException(path + ": its header is not JSON: " + e.getOriginalMessage());
    }
    if (!root.isObject()) {
      throw new UsageException(path + ": its header is not a JSON object");
    }
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> one : root.properties()) {
      if (!one.getKey().equals(METADATA)) {
        String place = path + ": tensor '" + one.getKey() + "'";
        entries.put(one.getKey(), entry(place, one.getValue()));
      }
    }
    return entries;
  }

  private static Entry entry(String place, JsonNode node) {
    JsonNode dtype = node.get("dtype");
    if (dtype == null || !dtype.isString()) {
      throw new UsageException(place + ": states no dtype");
    }
    ElementType type = ElementType.named(place, dtype.stringValue());
    List<Long> shape = wholes(place, node, "shape");
    List<Long> offsets = wholes(place, node, "data_offsets");
    if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw new UsageException(
          place + ": data_offsets " + offsets + " are not a begin and an end after it");
    }
    long bytes = type.bytes();
    try {
      for (long extent : shape) {
        bytes = Math.multiplyExact(bytes, extent);
      }
    } catch (ArithmeticException e) {
      throw new UsageException(place + ": shape " + shape + " is too large");
    }
    long given = offsets.get(1) - offsets.get(0);
    if (bytes != given) {
      throw new UsageException(
          place
              + ": shape "
              + shape
              + " of "
              + type
              + " needs "
              + bytes
              + " bytes, but data_offsets hold "
              + given);
    }
    return new Entry(type, shape, offsets.get(0), offsets.get(1));
  }

  private static List<Long> wholes(String place, JsonNode node, String key) {
    JsonNode list = node.get(key);
    if (list == null || !list.isArray()) {
      throw new UsageException(place + ": states no " + key);
    }
    List<Long> all = new ArrayList<>();
    for (JsonNode item : list) {
      if (!item.isIntegralNumber() || !item.canConvertToLong() || item.longValue() < 0) {
        throw new UsageException(
            place + ": " + key + ": " + item + " is not a whole number of 0 or more");
      }
      all.add(item.longValue());
    }
    return all;
  }

  /** The header of these tensors laid end to end, filled with spaces to a multiple of 8 bytes. */
  static byte[] write(Map<String, Tensor> tensors) {
    ObjectNode root = JSON.createObjectNode();
    long at = 0;
    for (Map.Entry<String, Tensor> one : tensors.entrySet()) {
      ObjectNode entry = root.putObject(one.getKey());
      entry.put("dtype", one.getValue().type().name());
      ArrayNode shape = entry.putArray("shape");
      one.getValue().shape().forEach(shape::add);
      long end = at + one.getValue().data().limit();
      entry.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    byte[] text = JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(text, (text.length + 7) / 8 * 8);
    Arrays.fill(padded, text.length, padded.length, (byte) ' ');
    return padded;
  }
}
