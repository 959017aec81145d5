package org.hillock.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hillock.core.cell.Release;
import org.hillock.core.cell.ReleaseProbability;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Release of vesicles in network files. */
class ReleaseFileTest {

  private static Release read(String release) {
    String text =
        """
        name: n
        populations:
          a: {size: 2, neuron: poisson, params: {rate: 5 Hz}}
          b: {size: 2, neuron: lif-exp}
        projections:
          p: {from: a, to: b, connect: one-to-one, weight: 1 pA, release: %s}
        """
            .formatted(release);
    return NetworkYaml.read(text, "test.net.yaml", java.nio.file.Path.of("."))
        .projection("p")
        .release()
        .orElseThrow();
  }

  @Test
  void facilitationIsRead() {
    assertThat(
            read(
                "{sites: 5, utilisation: 0.2, tau_facilitation: 0.5 s, tau_recovery: 300 ms,"
                    + " stochastic: true}"))
        .isEqualTo(new Release(new ReleaseProbability.Facilitation(0.2, 500), 5, 300, true));
  }

  @Test
  void calciumHasItsUsualNumbers() {
    ReleaseProbability.BoundCalcium usual = ReleaseProbability.BoundCalcium.usual();
    assertThat(read("{calcium: {step: 20 uM}}"))
        .isEqualTo(
            new Release(
                new ReleaseProbability.BoundCalcium(
                    usual.restMm(),
                    0.02,
                    usual.tauCalciumMs(),
                    usual.halfMm(),
                    usual.power(),
                    usual.most()),
                1,
                0,
                false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{sites: 0, utilisation: 0.5} | projections.p.release.sites | 0 is not in 1..100000",
        "{utilisation: 1.5} | projections.p.release.utilisation | 1.5 is not > 0 and <= 1",
        "{utilisation: 0.5, tau_recovery: 3 mV} | projections.p.release.tau_recovery | 3 mV is a voltage",
        "{utilisaton: 0.5} | projections.p.release | did you mean 'utilisation'?",
        "{calcium: {}, utilisation: 0.5} | projections.p.release.utilisation | give one of them",
        "{sites: 3} | projections.p.release | utilisation",
      })
  void whatCannotBeIsTold(String release, String path, String message) {
    assertThatThrownBy(() -> read(release))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(path)
        .hasMessageContaining(message);
  }
}
