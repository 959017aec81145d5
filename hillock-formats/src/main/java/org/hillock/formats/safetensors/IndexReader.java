package org.hillock.formats.safetensors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the index of a network cut into several files: {@code {"weight_map": {tensor: file}}}. */
final class IndexReader {

  private static final String MAP = "weight_map";

  private static final JsonFactory JSON = new JsonFactory();

  private IndexReader() {}

  /** The name of the file of each tensor; every one is a plain name of a file beside the index. */
  static Map<String, String> read(Path index) {
    byte[] text;
    try {
      long size = Files.size(index);
      if (size > SafetensorsFile.LONGEST_HEADER) {
        throw new UsageException(index + ": " + size + " bytes are too large for an index");
      }
      text = Files.readAllBytes(index);
    } catch (NoSuchFileException e) {
      throw new UsageException(index + ": there is no such file");
    } catch (IOException e) {
      throw new FailureException(index + ": could not be read: " + e.getMessage(), e);
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      return object(index, parser);
    } catch (JacksonException e) {
      throw new UsageException(index + ": is not JSON: " + e.getOriginalMessage());
    }
  }

  private static Map<String, String> object(Path index, JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new UsageException(index + ": is not a JSON object");
    }
    Map<String, String> files = new LinkedHashMap<>();
    boolean seen = false;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (key.equals(MAP) && value == JsonToken.START_OBJECT && !seen) {
        seen = true;
        map(index, parser, files);
      } else if (key.equals(MAP)) {
        throw new UsageException(index + ": " + MAP + " stands twice or is not an object");
      } else {
        // sizes and the like, which the headers say themselves
        parser.skipChildren();
      }
    }
    if (files.isEmpty()) {
      throw new UsageException(index + ": its " + MAP + " names no tensor");
    }
    return files;
  }

  private static void map(Path index, JsonParser parser, Map<String, String> files) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String tensor = parser.currentName();
      String place = index + ": " + MAP + ": '" + HeaderReader.shown(tensor) + "'";
      if (parser.nextToken() != JsonToken.VALUE_STRING) {
        throw new UsageException(place + ": names no file");
      }
      String file = parser.getString();
      if (!file.matches("[^/\\\\\\p{Cntrl}]+") || file.matches("[.]{1,2}")) {
        throw new UsageException(
            place + ": '" + HeaderReader.shown(file) + "' is not the name of a file beside it");
      }
      if (files.put(tensor, file) != null) {
        throw new UsageException(place + ": stands twice");
      }
      if (files.size() > HeaderReader.MOST_TENSORS) {
        throw new UsageException(
            index + ": names more than " + HeaderReader.MOST_TENSORS + " tensors");
      }
    }
  }
}
