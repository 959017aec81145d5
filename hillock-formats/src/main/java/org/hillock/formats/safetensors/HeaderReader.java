package org.hillock.formats.safetensors;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.UsageException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON header of a safetensors file word by word, so that a hostile one takes no more
 * memory than the tensors that it names.
 */
final class HeaderReader {

  /** The one key that names no tensor. */
  static final String METADATA = "__metadata__";

  /** The largest models have some hundred thousand. */
  static final int MOST_TENSORS = 1_000_000;

  /** No tensor library has more axes. */
  static final int MOST_EXTENTS = 64;

  private static final JsonFactory JSON = new JsonFactory();

  private final String path;
  private final Map<String, TensorEntry> entries = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private boolean metadataSeen;

  private HeaderReader(String path) {
    this.path = path;
  }

  /** What a header holds. */
  record Header(Map<String, TensorEntry> entries, Map<String, String> metadata) {}

  /**
   * Reads and checks all that can be checked without the file's size.
   *
   * @param path for messages
   * @throws UsageException where something is wrong
   */
  static Header read(String path, byte[] header) {
    HeaderReader reader = new HeaderReader(path);
    CharBuffer text = reader.decoded(header);
    if (text.isEmpty() || text.charAt(0) != '{') {
      throw new UsageException(
          path + ": its header is not a JSON object, which would begin with '{'");
    }
    try (JsonParser parser =
        JSON.createParser(
            ObjectReadContext.empty(), text.array(), text.arrayOffset(), text.remaining())) {
      parser.nextToken();
      reader.object(parser);
      if (parser.nextToken() != null) {
        throw new UsageException(path + ": its header goes on after the JSON object");
      }
    } catch (JacksonException e) {
      throw new UsageException(path + ": its header is not JSON: " + e.getOriginalMessage());
    }
    return new Header(reader.entries, reader.metadata);
  }

  private CharBuffer decoded(byte[] header) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header));
    } catch (CharacterCodingException e) {
      throw new UsageException(path + ": its header is not UTF-8 text: " + e.getMessage());
    }
  }

  private void object(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(METADATA)) {
        metadata(parser, value);
      } else {
        String place = path + ": tensor '" + shown(name) + "'";
        if (value != JsonToken.START_OBJECT) {
          throw new UsageException(place + ": is not described by an object");
        }
        if (entries.put(name, entry(place, parser)) != null) {
          throw new UsageException(place + ": stands twice in the header");
        }
        if (entries.size() > MOST_TENSORS) {
          throw new UsageException(path + ": names more than " + MOST_TENSORS + " tensors");
        }
      }
    }
  }

  private void metadata(JsonParser parser, JsonToken value) {
    String place = path + ": " + METADATA;
    if (metadataSeen) {
      throw new UsageException(place + ": stands twice in the header");
    }
    metadataSeen = true;
    if (value != JsonToken.START_OBJECT) {
      throw new UsageException(place + ": is not an object");
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      if (parser.nextToken() != JsonToken.VALUE_STRING) {
        throw new UsageException(place + ": '" + shown(key) + "' is not a text");
      }
      if (metadata.put(key, parser.getString()) != null) {
        throw new UsageException(place + ": '" + shown(key) + "' stands twice");
      }
    }
  }

  private static TensorEntry entry(String place, JsonParser parser) {
    ElementType type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (key) {
        case "dtype" -> {
          once(place, key, type);
          if (value != JsonToken.VALUE_STRING) {
            throw new UsageException(place + ": dtype is not a text");
          }
          type = ElementType.named(place, shown(parser.getString()));
        }
        case "shape" -> {
          once(place, key, shape);
          shape = wholes(place, key, parser, value, MOST_EXTENTS);
        }
        case "data_offsets" -> {
          once(place, key, offsets);
          offsets = wholes(place, key, parser, value, 2);
        }
        default ->
            throw new UsageException(
                place
                    + ": '"
                    + shown(key)
                    + "' is unknown; a tensor has dtype, shape, data_offsets");
      }
    }
    return checked(
        place,
        present(place, "dtype", type),
        present(place, "shape", shape),
        present(place, "data_offsets", offsets));
  }

  private static void once(String place, String key, @Nullable Object before) {
    if (before != null) {
      throw new UsageException(place + ": " + key + " stands twice");
    }
  }

  private static <T> T present(String place, String key, @Nullable T value) {
    if (value == null) {
      throw new UsageException(place + ": states no " + key);
    }
    return value;
  }

  private static TensorEntry checked(
      String place, ElementType type, List<Long> shape, List<Long> offsets) {
    if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw new UsageException(
          place + ": data_offsets " + offsets + " are not a begin and an end after it");
    }
    long bytes;
    try {
      bytes = type.bytes(shape);
    } catch (ArithmeticException e) {
      throw new UsageException(
          place + ": shape " + shape + " of " + type + " is too large or no whole bytes");
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
    return new TensorEntry(type, shape, offsets.get(0), offsets.get(1));
  }

  private static List<Long> wholes(
      String place, String key, JsonParser parser, JsonToken value, int most) {
    if (value != JsonToken.START_ARRAY) {
      throw new UsageException(place + ": " + key + " is not a list");
    }
    List<Long> all = new ArrayList<>();
    for (JsonToken item = parser.nextToken();
        item != JsonToken.END_ARRAY;
        item = parser.nextToken()) {
      if (all.size() == most) {
        throw new UsageException(place + ": " + key + ": lists more than " + most + " numbers");
      }
      all.add(whole(place + ": " + key, parser, item));
    }
    return all;
  }

  private static long whole(String place, JsonParser parser, @Nullable JsonToken item) {
    String text = item == null || !item.isScalarValue() ? "this" : shown(parser.getString());
    // a sign, a point or too many digits are told apart here, before a number is made
    if (item == JsonToken.VALUE_NUMBER_INT && text.matches("[0-9]{1,19}")) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new UsageException(place + ": " + text + " is beyond 2^63");
      }
    }
    throw new UsageException(place + ": " + text + " is not a whole number of 0 or more");
  }

  /** A name of the file in a message: no control characters, not endless. */
  static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", " ");
    return plain.length() <= 200 ? plain : plain.substring(0, 200) + "…";
  }
}
