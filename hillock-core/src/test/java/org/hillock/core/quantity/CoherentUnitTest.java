package org.hillock.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.junit.jupiter.api.Test;

class CoherentUnitTest {

  @Test
  void everyCoherentUnitIsReadAsWhatItIs() {
    Draws draws = new Draws(3, Purpose.TRIAL, 0);
    for (int i = 0; i < 2000; i++) {
      Dimension dimension =
          new Dimension(
              draws.below(5) - 2,
              draws.below(3) - 1,
              draws.below(5) - 2,
              draws.below(5) - 2,
              draws.below(3) - 1,
              draws.below(3) - 1);
      Unit coherent = Unit.coherent(dimension);
      Unit read = Unit.parse(coherent.symbol());
      assertThat(read.dimension()).as(coherent.symbol()).isEqualTo(dimension);
      assertThat(read.power10()).as(coherent.symbol()).isEqualTo(coherent.power10());
    }
  }

  @Test
  void productsOfCoherentUnitsAreCoherent() {
    assertThat(Unit.coherent(Dimension.VOLTAGE.power(2))).hasToString("mV^2");
    assertThat(Unit.coherent(Dimension.CONDUCTANCE.times(Dimension.VOLTAGE))).isEqualTo(Unit.PA);
    assertThat(Unit.coherent(Dimension.CAPACITANCE.over(Dimension.CONDUCTANCE))).isEqualTo(Unit.MS);
  }
}
