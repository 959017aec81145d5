package org.hillock.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceWordsTest {

  @Test
  void everySourceHasTheWordThatItHasAlone() {
    int[] neurons = IntStream.range(0, 100).filter(i -> i % 3 != 1).toArray();
    SourceWords words = new SourceWords(neurons);
    for (long step : new long[] {0, 1, 77, 0x1_2345_6789L}) {
      words.draw(0xFEDC_BA98_7654_3210L, 5, step);
      for (int k = 0; k < neurons.length; k++) {
        assertThat(words.word(k))
            .as("neuron %d in step %d", neurons[k], step)
            .isEqualTo(Philox.sourceWord(0xFEDC_BA98_7654_3210L, 5, neurons[k], step));
      }
    }
  }

  @Test
  void noSourcesNeedNoWords() {
    SourceWords words = new SourceWords(new int[0]);
    words.draw(1, 0, 3);
    assertThat(new SourceWords(new int[] {40})).isNotNull();
  }
}
