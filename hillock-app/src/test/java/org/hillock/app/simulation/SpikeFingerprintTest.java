package org.hillock.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SpikeFingerprintTest {

  @Test
  void isTheHashOfTheSortedLines() {
    SpikeFingerprint spikes = new SpikeFingerprint();
    spikes.add(1, "inh", 0);
    spikes.add(1, "exc", 10);
    spikes.add(1, "exc", 9);
    spikes.add(4, "exc", 9);
    // printf '1 exc 9\n1 exc 10\n1 inh 0\n4 exc 9\n' | sha256sum
    assertThat(spikes.end())
        .isEqualTo("4 sha256:1e968fc2efdf2ce5836badfb025dfad8717dd5c51ab3891a428ee65c58fae9af");
  }

  @Test
  void orderWithinAStepDoesNotMatterButNothingElseIsLost() {
    assertThat(of(1, 2)).isEqualTo(of(2, 1)).isNotEqualTo(of(2, 2)).isNotEqualTo(of(1, 3));
  }

  private static String of(int first, int second) {
    SpikeFingerprint spikes = new SpikeFingerprint();
    spikes.add(7, "exc", first);
    spikes.add(7, "exc", second);
    return spikes.end();
  }

  @Test
  void ofNoSpikesIsTheHashOfNothing() {
    // sha256sum < /dev/null
    assertThat(new SpikeFingerprint().end())
        .isEqualTo("0 sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void timeNeverRunsBack() {
    SpikeFingerprint spikes = new SpikeFingerprint();
    spikes.add(5, "exc", 0);
    assertThatThrownBy(() -> spikes.add(4, "exc", 0)).isInstanceOf(IllegalStateException.class);
  }
}
