package org.hillock.formats.census;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A safetensors file of any size that takes no room on the disk: a header and a hole. */
final class HeaderFile {

  private final List<String> entries = new ArrayList<>();
  private long at;

  HeaderFile add(String name, String type, int bytes, long... shape) {
    long size = bytes;
    List<String> extents = new ArrayList<>();
    for (long extent : shape) {
      size *= extent;
      extents.add(Long.toString(extent));
    }
    entries.add(
        "\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
            .formatted(name, type, String.join(",", extents), at, at + size));
    at += size;
    return this;
  }

  HeaderFile floats(String name, long... shape) {
    return add(name, "F32", 4, shape);
  }

  Path write(Path file) {
    byte[] header = ("{" + String.join(",", entries) + "}").getBytes(StandardCharsets.UTF_8);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.writeLong(Long.reverseBytes(header.length));
      sparse.write(header);
      sparse.setLength(8 + header.length + at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** GPT-2 as it is kept: matrices turned, masks under the name of a bias, no unembedding. */
  static HeaderFile gpt2() {
    HeaderFile file = new HeaderFile();
    file.floats("wte.weight", 50_257, 768).floats("wpe.weight", 1_024, 768);
    for (int i = 0; i < 12; i++) {
      String h = "h." + i;
      file.floats(h + ".ln_1.weight", 768).floats(h + ".ln_1.bias", 768);
      file.floats(h + ".attn.bias", 1, 1, 1_024, 1_024);
      file.floats(h + ".attn.c_attn.weight", 768, 2_304).floats(h + ".attn.c_attn.bias", 2_304);
      file.floats(h + ".attn.c_proj.weight", 768, 768).floats(h + ".attn.c_proj.bias", 768);
      file.floats(h + ".ln_2.weight", 768).floats(h + ".ln_2.bias", 768);
      file.floats(h + ".mlp.c_fc.weight", 768, 3_072).floats(h + ".mlp.c_fc.bias", 3_072);
      file.floats(h + ".mlp.c_proj.weight", 3_072, 768).floats(h + ".mlp.c_proj.bias", 768);
    }
    return file.floats("ln_f.weight", 768).floats("ln_f.bias", 768);
  }
}
