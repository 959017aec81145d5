package org.hillock.formats.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.hillock.core.network.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ElementTypeTest {

  private static byte[] bytes(ElementType type, double value) {
    return Tensor.of(type, List.of(1L), Numbers.of(value))
        .data()
        .toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
  }

  private static double read(ElementType type, int... bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      all[i] = (byte) bytes[i];
    }
    return new Tensor(type, List.of(), MemorySegment.ofArray(all)).get(0);
  }

  @ParameterizedTest
  @EnumSource
  void everyReadableTypeHoldsSmallWholeNumbers(ElementType type) {
    if (!type.readable()) {
      assertThatThrownBy(() -> bytes(type, 1)).hasMessageContaining(type.name());
      MemorySegment eight = MemorySegment.ofArray(new byte[8]);
      Tensor tensor =
          new Tensor(
              type,
              List.of(64L / type.bits() * (type.bits() == 6 ? 0 : 1)),
              type.bits() == 6 ? eight.asSlice(0, 0) : eight);
      assertThatThrownBy(() -> tensor.get(0)).hasMessageContaining("holds " + type);
      return;
    }
    Tensor tensor = Tensor.of(type, List.of(2L), Numbers.of(0, 1));
    assertThat(tensor.data().byteSize()).isEqualTo(2L * type.bits() / 8);
    assertThat(tensor.size()).isEqualTo(2);
    assertThat(tensor.numbers()).isEqualTo(Numbers.of(0, 1));
  }

  /** Bit patterns written down from the definitions of the formats. */
  @Test
  void bitsAreThoseOfTheDefinitions() {
    assertThat(bytes(ElementType.F16, 1)).containsExactly(0x00, 0x3c);
    assertThat(bytes(ElementType.F16, -65504)).containsExactly(0xff, 0xfb);
    assertThat(bytes(ElementType.F16, 0x1p-24)).containsExactly(0x01, 0x00);
    assertThat(bytes(ElementType.BF16, 1)).containsExactly(0x80, 0x3f);
    assertThat(bytes(ElementType.BF16, -2.5)).containsExactly(0x20, 0xc0);
    assertThat(read(ElementType.F16, 0x55, 0x35)).isEqualTo(0.333251953125);
    assertThat(read(ElementType.BF16, 0x49, 0x40)).isEqualTo(3.140625);
    assertThat(read(ElementType.U8, 0xff)).isEqualTo(255);
    assertThat(read(ElementType.I8, 0xff)).isEqualTo(-1);
    assertThat(read(ElementType.U16, 0xff, 0xff)).isEqualTo(65535);
    assertThat(read(ElementType.I16, 0x00, 0x80)).isEqualTo(-32768);
    assertThat(read(ElementType.U32, 0xff, 0xff, 0xff, 0xff)).isEqualTo(4294967295.0);
    assertThat(read(ElementType.I64, 0, 0, 0, 0, 0, 0, 0x20, 0)).isEqualTo(0x1p53);
  }

  /** Rounded once: 1 + 2^-8 + 2^-40 lies just above the middle between two BF16 numbers. */
  @Test
  void narrowNumbersAreRoundedOnceToTheNearestEven() {
    assertThat(read(ElementType.BF16, 0x80, 0x3f)).isEqualTo(1);
    Numbers middle = Numbers.of(1 + 0x1p-8, 1 + 0x1p-8 + 0x1p-40, 1 + 0x1p-8 - 0x1p-40);
    assertThat(Tensor.of(ElementType.BF16, List.of(3L), middle).numbers())
        .isEqualTo(Numbers.of(1, 1 + 0x1p-7, 1));
    Numbers half = Numbers.of(1 + 0x1p-11, 1 + 0x1p-11 + 0x1p-40, -(1 + 0x1p-11 - 0x1p-40));
    assertThat(Tensor.of(ElementType.F16, List.of(3L), half).numbers())
        .isEqualTo(Numbers.of(1, 1 + 0x1p-10, -1));
  }

  @ParameterizedTest
  @CsvSource({
    "F16, 65520",
    "F32, 1e39",
    "BF16, 3.4e38",
    "U8, 256",
    "U8, -1",
    "I8, 128",
    "I16, 0.5",
    "U16, -1",
    "I32, 2147483648",
    "U32, 4294967296",
    "U32, -1",
    "I64, 1e19",
    "I64, 9223372036854775808",
    "U64, -1",
    "BOOL, 2"
  })
  void whatDoesNotFitIsRefused(ElementType type, double value) {
    assertThatThrownBy(() -> bytes(type, value))
        .hasMessageStartingWith("number 0 is ")
        .hasMessageEndingWith("which " + type + " does not hold");
  }

  @Test
  void wholeNumbersBeyondDoublesAreRefusedWhenRead() {
    Tensor large = Tensor.of(ElementType.I64, List.of(1L), new long[] {(1L << 53) + 1});
    assertThatThrownBy(large::numbers).hasMessageContaining("beyond ±2^53");
    assertThatThrownBy(() -> read(ElementType.U64, 255, 255, 255, 255, 255, 255, 255, 255))
        .hasMessageContaining("18446744073709551615");
    assertThatThrownBy(() -> read(ElementType.BOOL, 2)).hasMessageContaining("a BOOL is 0 or 1");
    assertThatThrownBy(Tensor.of(ElementType.U32, List.of(1L), new long[] {1L << 31})::wholeNumbers)
        .hasMessageContaining("beyond ±2^31");
    assertThatThrownBy(() -> Tensor.of(ElementType.F32, List.of(1L), new long[] {1}))
        .hasMessage("dtype F32 holds no whole numbers");
    assertThatThrownBy(() -> Tensor.of(List.of(2L), Numbers.of(1)))
        .hasMessageContaining("needs 8 bytes, not 4");
  }
}
