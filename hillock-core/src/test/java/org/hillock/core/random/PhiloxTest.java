package org.hillock.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhiloxTest {

  /**
   * Known-answer vectors for philox4x32-10 as published with Random123 (first two of four words).
   */
  @ParameterizedTest
  @CsvSource({
    "00000000,00000000,00000000,00000000, 00000000,00000000, 6627e8d5,e169c58d",
    "ffffffff,ffffffff,ffffffff,ffffffff, ffffffff,ffffffff, 408f276d,41c83b0e",
    "243f6a88,85a308d3,13198a2e,03707344, a4093822,299f31d0, d16cfe09,94fdcceb"
  })
  void givesThePublishedBits(
      String c0, String c1, String c2, String c3, String k0, String k1, String w0, String w1) {
    long bits = Philox.block(hex(c0), hex(c1), hex(c2), hex(c3), hex(k0), hex(k1));
    assertThat((int) bits).isEqualTo(hex(w0));
    assertThat((int) (bits >>> 32)).isEqualTo(hex(w1));
  }

  private static int hex(String text) {
    return Integer.parseUnsignedInt(text, 16);
  }

  @Test
  void everyPartOfAnAddressMatters() {
    Set<Long> seen = new HashSet<>();
    seen.add(Philox.bits(1, Purpose.WEIGHT, 2, 3, 4));
    seen.add(Philox.bits(2, Purpose.WEIGHT, 2, 3, 4));
    seen.add(Philox.bits(1, Purpose.DELAY, 2, 3, 4));
    seen.add(Philox.bits(1, Purpose.WEIGHT, 3, 3, 4));
    seen.add(Philox.bits(1, Purpose.WEIGHT, 2, 4, 4));
    seen.add(Philox.bits(1, Purpose.WEIGHT, 2, 3, 5));
    seen.add(Philox.bits(1L << 40, Purpose.WEIGHT, 2, 3, 4));
    seen.add(Philox.bits(1, Purpose.WEIGHT, 2 + (1L << 33), 3, 4));
    seen.add(Philox.bits(1, Purpose.WEIGHT, 2, 3 + (1L << 33), 4));
    assertThat(seen).hasSize(9);
  }

  @Test
  void purposesHaveCodesOfTheirOwn() {
    Set<Integer> codes = new HashSet<>();
    for (Purpose purpose : Purpose.values()) {
      assertThat(purpose.code()).isBetween(1, 127);
      codes.add(purpose.code());
    }
    assertThat(codes).hasSize(Purpose.values().length);
  }
}
