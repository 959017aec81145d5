package org.hillock.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  @ParameterizedTest
  @CsvSource({"abc,abc,0", "abc,acb,1", "abc,ab,1", "'',ab,2", "kitten,sitting,3", "ab,ba,1"})
  void countsLettersThatDiffer(String a, String b, int distance) {
    assertThat(NearestName.distance(a, b)).isEqualTo(distance);
    assertThat(NearestName.distance(b, a)).isEqualTo(distance);
  }

  @Test
  void suggestsOnlyWhatCanBeMeant() {
    List<String> known = List.of("tau_m", "v_rest", "v_reset");
    assertThat(NearestName.of("tau_n", known)).contains("tau_m");
    assertThat(NearestName.of("TAU_M", known)).contains("tau_m");
    assertThat(NearestName.of("v_rset", known)).contains("v_rest");
    assertThat(NearestName.of("capacitance", known)).isEmpty();
    assertThat(NearestName.of("x", List.of())).isEmpty();
  }

  @Test
  void listsWhatThereIsWhereNothingIsNear() {
    assertThat(NearestName.hint("zzz", List.of("alpha", "beta"))).isEqualTo("known: alpha, beta");
    assertThat(NearestName.hint("zzz", List.of())).isEqualTo("there are none here");
    List<String> many = IntStream.range(0, 20).mapToObj(i -> "population" + i).toList();
    assertThat(NearestName.hint("zzz", many)).endsWith("population11, … (20 in all)");
  }

  @Test
  void problemsKnowTheirExitCode() {
    assertThat(new UsageException("a.b", "c").exitCode()).isEqualTo(2);
    assertThat(new UsageException("a.b", "c")).hasMessage("a.b: c");
    assertThat(new FailureException("x", new IllegalStateException()).exitCode()).isEqualTo(1);
  }
}
