package org.hillock.formats.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyFileTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() {
    ByteBuffer bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 6; i++) {
      bytes.putFloat(i * 4, i / 2f);
    }
    Path file = folder.resolve("a.npy");
    new NpyFile("f4", List.of(2L, 3L), bytes).write(file);
    NpyFile read = NpyFile.read(file);
    assertThat(read.type()).isEqualTo("f4");
    assertThat(read.dims()).containsExactly(2L, 3L);
    assertThat(read.bytes().getFloat(20)).isEqualTo(2.5f);
  }

  /** As numpy.save writes numpy.array(7, dtype="uint8"), by its own description of the format. */
  @Test
  void aSingleNumberHasNoAxis() throws Exception {
    byte[] bytes = file("{'descr': '|u1', 'fortran_order': False, 'shape': (), }", 1);
    bytes[bytes.length - 1] = 7;
    NpyFile read = NpyFile.read(Files.write(folder.resolve("n.npy"), bytes));
    assertThat(read.dims()).isEmpty();
    assertThat(read.bytes().get(0)).isEqualTo((byte) 7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'descr': '>f4', 'fortran_order': False, 'shape': (1,), }|big-endian",
        "{'descr': '<f4', 'fortran_order': True, 'shape': (1,), }|Fortran order",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }|takes 8 bytes, but there are 4",
        "{'descr': '<U5', 'fortran_order': False, 'shape': (1,), }|header cannot be read",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999, 9999999999), }|beyond all",
      })
  void whatCannotBeReadIsSaid(String header, String said) throws Exception {
    Path file = Files.write(folder.resolve("bad.npy"), file(header, 4));
    assertThatThrownBy(() -> NpyFile.read(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(said);
  }

  @Test
  void otherFilesAreRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("a.npy"), "not an array");
    assertThatThrownBy(() -> NpyFile.read(text)).hasMessageContaining("is no NumPy array");
    Path cut =
        Files.write(folder.resolve("b.npy"), new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1});
    assertThatThrownBy(() -> NpyFile.read(cut)).hasMessageContaining("ends within its header");
    assertThatThrownBy(() -> NpyFile.read(folder.resolve("none.npy")))
        .hasMessageContaining("there is no such file");
  }

  private static byte[] file(String header, int data) {
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer.allocate(10 + text.length + data).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.putShort((short) text.length).put(text);
    return out.array();
  }
}
