package org.hillock.lab.scene.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.data.Dataset;
import org.hillock.core.training.Progress;
import org.hillock.lab.decide.Classifier;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.SceneResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest {

  private static SceneResult result(long seed) {
    return new Stream().run(seed, Progress.NONE);
  }

  /** Motion needs a stream; 200 frames a second it does not need. */
  private static void holdsInPart(SceneResult result) {
    assertThat(result.verdict()).isEqualTo(SceneResult.Verdict.HOLDS_IN_PART);
    assertThat(result.claims())
        .filteredOn(c -> !c.holds())
        .extracting(Claim::id)
        .containsExactly("said-is-better", "said-is-better-window");
    assertThat(result.numbers()).allMatch(n -> Double.isFinite(n.value()));
  }

  @Test
  void theClaimHoldsInPart() {
    SceneResult result = result(1);
    holdsInPart(result);
    // copies of frames change no pixel, and what changes no pixel reaches no synapse
    assertThat(result.number("copies-cost").value()).isEqualTo(1);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4, 5, 6})
  void whateverTheSeed(long seed) {
    holdsInPart(result(seed));
  }

  @Tag("slow")
  @Test
  void sameSeedSameBits() {
    assertThat(result(7).numbers()).isEqualTo(result(7).numbers());
  }

  /** Once round in 240 ms: a pixel every 20 ms, one way or the other. */
  @Test
  void theBarGoesRound() {
    assertThat(Movies.place(3.5, Movies.RIGHT, 0)).isEqualTo(3);
    assertThat(Movies.place(3.5, Movies.RIGHT, 20)).isEqualTo(4);
    assertThat(Movies.place(3.5, Movies.LEFT, 20)).isEqualTo(2);
    assertThat(Movies.place(3.5, Movies.LEFT, 80)).isEqualTo(11);
    assertThat(Movies.place(3.5, Movies.RIGHT, 240)).isEqualTo(3);
    // half a round: the same both ways
    assertThat(Movies.place(3.5, Movies.RIGHT, 120)).isEqualTo(Movies.place(3.5, Movies.LEFT, 120));
  }

  /**
   * At one frame, or two half a round apart, a movie is one of 12; from three frames on the way
   * counts, too: 24. At 5 ms for a frame, four times as many: where in a pixel it began.
   */
  @Test
  void informationIsCounted() {
    assertThat(Movies.bitsOfMovie(240)).isCloseTo(Math.log(12) / Math.log(2), within(1e-9));
    assertThat(Movies.bitsOfMovie(120)).isCloseTo(Math.log(12) / Math.log(2), within(1e-9));
    assertThat(Movies.bitsOfMovie(20)).isCloseTo(Math.log(24) / Math.log(2), within(1e-9));
    assertThat(Movies.bitsOfMovie(5)).isCloseTo(Math.log(96) / Math.log(2), within(1e-9));
  }

  @Test
  void framesStandInColumns() {
    Dataset movies = Movies.draw(4, 20, 1, 3);
    assertThat(movies.shape().extents()).containsExactly(12, 12, 1);
    for (int m = 0; m < 4; m++) {
      for (int f = 0; f < 12; f++) {
        int lit = 0;
        for (int p = 0; p < 12; p++) {
          lit += movies.images()[m][p * 12 + f] == 1 ? 1 : 0;
        }
        assertThat(lit).isEqualTo(2);
      }
    }
    Dataset copied = Movies.draw(4, 20, 4, 3);
    Dataset last = Movies.last(movies, 3);
    for (int p = 0; p < 12; p++) {
      assertThat(copied.images()[1][p * 48 + 7]).isEqualTo(movies.images()[1][p * 12 + 1]);
      assertThat(last.images()[2][p * 3 + 2]).isEqualTo(movies.images()[2][p * 12 + 11]);
    }
    // before the first frame there was nothing
    assertThat(Movies.last(Movies.draw(2, 240, 1, 3), 3).images()[0][0]).isZero();
  }

  /** Without flicker each cell that likes the way fires and none of the others does. */
  @Test
  void cellsAnswerEachWay() {
    Dataset movies = Movies.draw(6, 20, 1, 9);
    float[][] clean = movies.images().clone();
    for (int m = 0; m < clean.length; m++) {
      clean[m] = clean[m].clone();
      for (int k = 0; k < clean[m].length; k++) {
        clean[m][k] = clean[m][k] == 1 ? 1 : 0;
      }
    }
    try (Classifier cells = Classifier.open(Stream.network(), 1)) {
      assertThat(cells.answers(clean, 0)).containsExactly(movies.labels());
    }
  }
}
