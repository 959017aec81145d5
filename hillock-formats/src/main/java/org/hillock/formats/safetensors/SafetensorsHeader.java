package org.hillock.formats.safetensors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.UsageException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Where the tensors of a file lie: checked as a whole, and written. */
final class SafetensorsHeader {

  private static final JsonFactory JSON = new JsonFactory();

  private SafetensorsHeader() {}

  /**
   * Checks that the tensors fill the data without a gap or overlap.
   *
   * @param dataSize bytes behind the header
   */
  static void checkOffsets(String path, Map<String, TensorEntry> entries, long dataSize) {
    List<Map.Entry<String, TensorEntry>> sorted = new ArrayList<>(entries.entrySet());
    sorted.sort(
        Comparator.comparingLong((Map.Entry<String, TensorEntry> e) -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long at = 0;
    for (Map.Entry<String, TensorEntry> one : sorted) {
      TensorEntry entry = one.getValue();
      String tensor = path + ": tensor '" + HeaderReader.shown(one.getKey()) + "': ";
      if (entry.begin() != at) {
        throw new UsageException(
            tensor
                + "begins at byte "
                + entry.begin()
                + (entry.begin() < at ? " and overlaps another" : " after a gap")
                + "; expected "
                + at);
      }
      if (entry.end() > dataSize) {
        throw new UsageException(
            tensor + "ends at byte " + entry.end() + " of " + dataSize + ": the file is cut short");
      }
      at = entry.end();
    }
    if (at != dataSize) {
      throw new UsageException(path + ": " + (dataSize - at) + " bytes after the last tensor");
    }
  }

  /**
   * The header of these tensors laid end to end, filled with spaces to a multiple of 8 bytes.
   *
   * @param metadata written where there is any
   */
  static byte[] write(Map<String, Tensor> tensors, Map<String, String> metadata) {
    java.io.StringWriter text = new java.io.StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeName(HeaderReader.METADATA).writeStartObject();
        metadata.forEach((key, value) -> json.writeName(key).writeString(value));
        json.writeEndObject();
      }
      long at = 0;
      for (Map.Entry<String, Tensor> one : tensors.entrySet()) {
        if (one.getKey().equals(HeaderReader.METADATA)) {
          throw new UsageException("no tensor can be named " + HeaderReader.METADATA);
        }
        long end = at + one.getValue().data().byteSize();
        json.writeName(one.getKey()).writeStartObject();
        json.writeName("dtype").writeString(one.getValue().type().name());
        json.writeName("shape").writeStartArray();
        one.getValue().shape().forEach(json::writeNumber);
        json.writeEndArray().writeName("data_offsets").writeStartArray();
        json.writeNumber(at).writeNumber(end).writeEndArray().writeEndObject();
        at = end;
      }
      json.writeEndObject();
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, (bytes.length + 7) / 8 * 8);
    Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
    return padded;
  }
}
