package org.hillock.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.hillock.core.training.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalProgressTest {

  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();

  private TerminalProgress progress(boolean live) {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, live, 60, Path.of(""), () -> true);
    return new TerminalProgress(terminal, clock::get);
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void elsewhereThanOnAScreenALineComesEveryFiveSeconds() {
    TerminalProgress progress = progress(false);
    for (int tenth = 1; tenth <= 120; tenth++) {
      clock.set(tenth * SECOND / 10);
      progress.report(tenth / 240.0, "learning");
    }
    progress.close();
    assertThat(shown())
        .isEqualTo(
            """
             21 %  5 s, about 19 s left · learning
             42 %  10 s, about 14 s left · learning
            """);
  }

  @Test
  void onAScreenOneLineIsRewrittenAndTakenAway() {
    TerminalProgress progress = progress(true);
    clock.set(SECOND);
    progress.report(0.5, "learning");
    clock.set(SECOND + 1);
    progress.report(0.6, "too soon to be shown");
    progress.close();
    assertThat(shown())
        .isEqualTo(
            "\r\u001b[K██████████░░░░░░░░░░  50 %  1 s, about 1 s left · learning\r\u001b[K");
  }

  @Test
  void aLongLineIsCutToTheScreen() {
    TerminalProgress progress = progress(true);
    clock.set(SECOND);
    progress.report(0.5, "w".repeat(200));
    assertThat(shown().replace("\r\u001b[K", "")).hasSize(59);
  }

  @Test
  void nothingIsGuessedAtTheStart() {
    TerminalProgress progress = progress(false);
    clock.set(6 * SECOND);
    progress.report(0.001, "starting");
    assertThat(shown()).doesNotContain("left");
    assertThat(progress.stopped()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0 s", "59.4, 59 s", "200, 3 min 20 s", "7500, 2 h 5 min"})
  void timesReadAsPeopleSayThem(double seconds, String text) {
    assertThat(TerminalProgress.duration(seconds)).isEqualTo(text);
  }

  @Test
  void phasesAreNamedByTheirFirstTwoParts() {
    PhaseTimes times = new PhaseTimes(Progress.NONE);
    times.report(0.1, "split 1: backpropagation: epoch 1");
    times.report(0.2, "split 1: backpropagation: epoch 2");
    times.report(0.9, "writing");
    assertThat(times.seconds().keySet())
        .containsExactly("start", "split 1: backpropagation", "writing", "total");
    assertThat(times.stopped()).isFalse();
  }
}
