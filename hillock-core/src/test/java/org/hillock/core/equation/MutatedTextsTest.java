package org.hillock.core.equation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text says, it is read or refused with a message. */
class MutatedTextsTest {

  private final MutatedTexts texts = new MutatedTexts();

  @Test
  void spoiltTextsAreReadOrRefused() {
    long good = texts.check(0, 20_000);
    // some changes hurt nothing (in comments, of numbers), most do
    assertThat(good).isBetween(500L, 19_000L);
  }

  @Test
  @Tag("slow")
  void aMillionSpoiltTextsAreReadOrRefused() {
    assertThat(texts.check(1_000_000, 1_000_000)).isPositive();
  }

  /** Seeds that once failed. */
  @ParameterizedTest
  @ValueSource(longs = {0})
  void whatOnceFailedDoesNot(long seed) {
    assertThat(texts.check(seed, 1)).isBetween(0L, 1L);
  }
}
