package org.hillock.core.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hillock.core.cell.ReleaseProbability.BoundCalcium;
import org.hillock.core.cell.ReleaseProbability.Facilitation;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;

class ReleaseTest {

  private static void told(ThrowingCallable wrong, String message) {
    assertThatThrownBy(wrong).isInstanceOf(UsageException.class).hasMessage(message);
  }

  @Test
  void whatCannotBeIsToldWithItsPlace() {
    Facilitation half = new Facilitation(0.5, 0);
    told(() -> new Facilitation(0, 0), "release.utilisation: 0 is not > 0 and <= 1");
    told(() -> new Facilitation(1.5, 0), "release.utilisation: 1.5 is not > 0 and <= 1");
    told(() -> new Facilitation(1, -2), "release.tau_facilitation: -2 ms is not >= 0");
    told(() -> new Release(half, 0, 800, false), "release.sites: 0 is not in 1..100000");
    told(() -> new Release(half, 1, -1, false), "release.tau_recovery: -1 ms is not >= 0 ms");
    told(
        () -> new Release(half, 1, Double.NaN, false),
        "release.tau_recovery: NaN ms is not >= 0 ms");
    told(() -> new BoundCalcium(-1, 0, 1, 1, 4, 1), "release.calcium_rest: -1 mM is not >= 0");
    told(() -> new BoundCalcium(0, 0, 0, 1, 4, 1), "release.tau_calcium: 0 ms is not > 0");
    told(() -> new BoundCalcium(0, 0, 1, 0, 4, 1), "release.calcium_half: 0 mM is not > 0");
    told(() -> new BoundCalcium(0, 0, 1, 1, 9, 1), "release.power: 9 is not in 1..8");
    told(() -> new BoundCalcium(0, 0, 1, 1, 4, 2), "release.most: 2 is not > 0 and <= 1");
  }

  @Test
  void theUsualOnesAreWhatTheirPapersSay() {
    assertThat(Release.depressing(3).drawn().stochastic()).isTrue();
    assertThat(BoundCalcium.usual().power()).isEqualTo(4);
    // One action potential after silence: (10.05/20.05)^4 of the vesicles
    assertThat(BoundCalcium.usual().at(5e-5 + 0.01)).isBetween(0.06, 0.07);
  }
}
