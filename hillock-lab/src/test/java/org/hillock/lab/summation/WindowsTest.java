package org.hillock.lab.summation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WindowsTest {

  private static final double[][] EVENTS = {{0, 4.9, 12, 31}, {5, -1}};

  @Test
  void aRowHoldsItsWindowAndThoseBefore() {
    Observations seen = new Windows(5, 4, 2).spikes(EVENTS, new double[] {5, 6, 15});
    assertThat(seen.outputs()).containsExactly(1, 0, 1);
    // now (synapse 0, 1), then the window before
    assertThat(seen.inputs()[0]).containsExactly(0, 1, 2, 0);
    assertThat(seen.inputs()[1]).containsExactly(1, 0, 0, 1);
    assertThat(seen.inputs()[2]).containsExactly(0, 0, 1, 0);
  }

  @Test
  void peaksBelongToTheirWindows() {
    Windows windows = new Windows(5, 3, 2);
    Observations seen = windows.potentials(EVENTS, new double[] {-60, -55, -50});
    assertThat(seen.outputs()).containsExactly(-55, -50);
    assertThat(seen.spikes()).isFalse();
    assertThatThrownBy(() -> windows.potentials(EVENTS, new double[] {1}))
        .hasMessage("1 peaks in 3 windows");
    assertThatThrownBy(() -> new Windows(0, 3, 1)).hasMessage("windows of 0.0 ms");
    assertThatThrownBy(() -> new Windows(5, 3, 4)).hasMessage("3 windows, a history of 4");
  }
}
