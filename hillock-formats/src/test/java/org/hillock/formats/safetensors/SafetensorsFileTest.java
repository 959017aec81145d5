package org.hillock.formats.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Numbers;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() {
    Path file = folder.resolve("a.safetensors");
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("whole", Tensor.of(List.of(3L), new int[] {1, -2, Integer.MAX_VALUE}));
    tensors.put("fine", Tensor.of(List.of(2L), Numbers.of(0.1, -0.0)));
    tensors.put("single", Tensor.of(List.of(1L, 2L), Numbers.of(0.5, -0.0)));
    tensors.put("none", Tensor.of(List.of(0L), Numbers.of()));
    SafetensorsFile.write(file, tensors);
    SafetensorsFile read = SafetensorsFile.open(file);
    assertThat(read.names()).containsExactly("fine", "whole", "single", "none");
    assertThat(read.tensor("whole").wholeNumbers()).containsExactly(1, -2, Integer.MAX_VALUE);
    assertThat(read.tensor("fine").numbers()).isEqualTo(Numbers.of(0.1, -0.0));
    assertThat(read.tensor("single").type()).isEqualTo(ElementType.F32);
    assertThat(read.tensor("single").numbers()).isEqualTo(Numbers.of(0.5, -0.0));
    assertThat(read.tensor("single").shape()).containsExactly(1L, 2L);
    assertThatThrownBy(() -> read.tensor("fien"))
        .hasMessage(file + ": has no tensor 'fien'; did you mean 'fine'?");
    assertThatThrownBy(() -> read.tensor("fine").wholeNumbers())
        .hasMessage("holds F64, not whole numbers");
  }

  /** The layout of the format's own description, byte by byte. */
  @Test
  void theLayoutIsTheFormats() throws Exception {
    Path file = write("{\"x\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}", 8);
    assertThat(SafetensorsFile.open(file).tensor("x").wholeNumbers()).containsExactly(0);
    Path own = folder.resolve("own");
    SafetensorsFile.write(own, Map.of("x", Tensor.of(List.of(1L), Numbers.of(1.5))));
    byte[] bytes = Files.readAllBytes(own);
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long header = data.getLong(0);
    assertThat(header % 8).isZero();
    assertThat(new String(bytes, 8, (int) header, StandardCharsets.UTF_8).strip())
        .isEqualTo("{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}");
    assertThat(data.getFloat(8 + (int) header)).isEqualTo(1.5f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "not json; 4; its header is not a JSON object, which would begin with '{'",
        "{not json; 4; its header is not JSON",
        "[1]; 4; its header is not a JSON object",
        "{} {}; 0; its header goes on after the JSON object",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}; 3; tensor 'x': ends at byte 4 of 3: the file is cut short",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}; 6; 2 bytes after the last tensor",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}; 8; tensor 'x': begins at byte 4 after a gap; expected 0",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"y\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}; 8; tensor 'y': begins at byte 4 and overlaps another; expected 8",
        "{\"x\":{\"dtype\":\"F128\",\"shape\":[1],\"data_offsets\":[0,16]}}; 16; tensor 'x': dtype 'F128' is unknown; known: C64, F64, I64",
        "{\"x\":{\"shape\":[1],\"data_offsets\":[0,4]}}; 4; tensor 'x': states no dtype",
        "{\"x\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}; 4; tensor 'x': states no shape",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}; 4; tensor 'x': shape: -1 is not a whole number of 0 or more",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}; 4; tensor 'x': shape [2] of F32 needs 8 bytes, but data_offsets hold 4",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}; 4; tensor 'x': data_offsets [4, 0] are not a begin and an end after it",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[9223372036854775807,4],\"data_offsets\":[0,4]}}; 4; tensor 'x': shape [9223372036854775807, 4] of F32 is too large or no whole bytes",
        "{\"x\":{\"dtype\":\"F4\",\"shape\":[3],\"data_offsets\":[0,2]}}; 2; tensor 'x': shape [3] of F4 is too large or no whole bytes",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}}; 4; tensor 'x': shape: 1.0 is not a whole number of 0 or more",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[9999999999999999999],\"data_offsets\":[0,4]}}; 4; tensor 'x': shape: 9999999999999999999 is beyond 2^63",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[[[1]]],\"data_offsets\":[0,4]}}; 4; tensor 'x': shape: this is not a whole number",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,8]}}; 4; tensor 'x': data_offsets: lists more than 2 numbers",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"shape\":[1],\"data_offsets\":[0,4]}}; 4; tensor 'x': shape stands twice",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"scale\":2}}; 4; tensor 'x': 'scale' is unknown; a tensor has dtype, shape, data_offsets",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},\"x\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}; 0; tensor 'x': stands twice in the header",
        "{\"__metadata__\":{\"a\":1}}; 0; __metadata__: 'a' is not a text",
        "{\"x\":1}; 0; tensor 'x': is not described by an object"
      })
  void aWrongHeaderIsTold(String header, int dataBytes, String message) throws Exception {
    Path file = write(header, dataBytes);
    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(file + ": " + message);
  }

  @Test
  void aHeaderThatIsNoTextOrNestsWithoutEndIsTold() throws Exception {
    byte[] bad = "{\"x?\":1}".getBytes(StandardCharsets.UTF_8);
    bad[3] = (byte) 0xff;
    Path file = write(bad, 0);
    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .hasMessageStartingWith(file + ": its header is not UTF-8 text");
    String deep = "{\"x\":" + "[".repeat(1_000_000);
    assertThatThrownBy(() -> SafetensorsFile.open(write(deep, 0)))
        .hasMessageContaining("tensor 'x': is not described by an object");
    String ranks = "{\"x\":{\"dtype\":\"F32\",\"shape\":[" + "1,".repeat(1_000_000) + "1]}}";
    assertThatThrownBy(() -> SafetensorsFile.open(write(ranks, 0)))
        .hasMessageContaining("shape: lists more than 64 numbers");
  }

  /** A file of 5 GB, which takes no room on the disk, opens by its header alone. */
  @Test
  void ofALargeFileOnlyWhatIsAskedForIsRead() throws Exception {
    long count = 1_250_000_000;
    String header =
        "{\"x\":{\"dtype\":\"F32\",\"shape\":["
            + count
            + "],\"data_offsets\":[0,"
            + 4 * count
            + "]}}";
    Path file = write(header, 0);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(8 + header.length() + 4 * count);
      sparse.seek(sparse.length() - 4);
      sparse.writeInt(Integer.reverseBytes(Float.floatToIntBits(2.5f)));
    }
    SafetensorsFile read = SafetensorsFile.open(file);
    assertThat(read.entries()).hasEntrySatisfying("x", x -> assertThat(x.size()).isEqualTo(count));
    assertThat(read.tensor("x").size()).isEqualTo(count);
    assertThat(read.tensor("x").get(count - 1)).isEqualTo(2.5);
    assertThat(read.tensor("x").get(count - 2)).isZero();
    try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(1000);
    }
    assertThatThrownBy(() -> SafetensorsFile.open(file)).hasMessageContaining("cut short");
  }

  @Test
  void textsBesideTheTensorsAreKept() {
    Path file = folder.resolve("a.safetensors");
    SafetensorsFile.write(
        file, Map.of("x", Tensor.of(List.of(1L), new int[] {1})), Map.of("format", "pt"));
    assertThat(SafetensorsFile.open(file).metadata()).containsExactly(Map.entry("format", "pt"));
    assertThat(SafetensorsFile.open(file).tensor("x").wholeNumbers()).containsExactly(1);
  }

  @Test
  void aWrongFileIsTold() throws Exception {
    Path file = folder.resolve("x");
    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .hasMessage(file + ": there is no such file");
    assertThatThrownBy(() -> SafetensorsFile.open(folder)).hasMessageContaining("is a folder");
    Files.write(file, new byte[5]);
    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .hasMessage(file + ": is cut short: 5 bytes hold no header");
    Files.write(file, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, 1});
    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .hasMessageContaining("states a header of 18446744073709551615 bytes in a file of 9");
  }

  private Path write(String header, int dataBytes) throws Exception {
    return write(header.getBytes(StandardCharsets.UTF_8), dataBytes);
  }

  private Path write(byte[] text, int dataBytes) throws Exception {
    ByteBuffer all =
        ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    all.putLong(text.length).put(text);
    return Files.write(folder.resolve("wrong.safetensors"), all.array());
  }
}
