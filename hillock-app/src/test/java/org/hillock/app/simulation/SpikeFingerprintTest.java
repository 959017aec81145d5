package org.hillock.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpikeFingerprintTest {

  @Test
  void isTheHashOfTheSortedLines() {
    SpikeFingerprint spikes = new SpikeFingerprint();
    spikes.lane("inh").add(1, 0);
    spikes.lane("exc").add(1, 10);
    spikes.lane("exc").add(1, 9);
    spikes.lane("exc").add(4, 9);
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
    spikes.lane("exc").add(7, first);
    spikes.lane("exc").add(7, second);
    return spikes.end();
  }

  /** Longer than the pieces that are hashed, against the whole text hashed at once. */
  @Test
  void longRunsAndLatePopulationsAreWrittenAsTheyCome() throws NoSuchAlgorithmException {
    SpikeFingerprint spikes = new SpikeFingerprint();
    StringBuilder text = new StringBuilder();
    for (int step = 0; step < 6_000; step++) {
      // the later lane comes before the other by name
      for (String name : step < 3_000 ? List.of("pöp") : List.of("early", "pöp")) {
        for (int k = 0; k < 10; k++) {
          spikes.lane(name).add(step, (9 - k) * 214_748_364 + 7);
          text.append(step + " " + name + " " + (k * 214_748_364 + 7) + "\n");
        }
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
    assertThat(spikes.end()).isEqualTo("90000 sha256:" + HexFormat.of().formatHex(hash));
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
    spikes.lane("exc").add(5, 0);
    assertThatThrownBy(() -> spikes.lane("exc").add(4, 0))
        .isInstanceOf(IllegalStateException.class);
  }
}
