package org.hillock.cell;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;

/** Cells do not begin with what is no number. */
class FirstCellStepTest {

  private static final String CHANNEL =
      """
      channel broken
      parameter g = 1 mS/cm^2
      parameter tau = 1 ms
      parameter half = 1
      state m = 1/half - 1
      dm/dt = -m/tau
      current = g*(m + 1)/(half - 1)*v
      """;

  private static CellPlan cell(Map<String, String> parameters) {
    return CellPlan.of(
        new CellBuilder("test", TestCells.tree())
            .insert("channels[0]", "apic[1]", MechanismText.read("test", CHANNEL), parameters)
            .build(),
        0.025);
  }

  @Test
  void whatStartsWithoutANumberIsToldWithItsPlace() {
    assertThatThrownBy(() -> FirstCellStep.check("populations.p", cell(Map.of("half", "0"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("populations.p: 'broken' at apic[1](")
        .hasMessageContaining("'m' starts at Infinity");
  }

  @Test
  void aTimeConstantOf0IsTold() {
    assertThatThrownBy(() -> cell(Map.of("half", "0.5", "tau", "0 ms")))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "channels[0]: 'broken': dm/dt: a coefficient is -Infinity; is something divided by 0?");
  }

  @Test
  void aCurrentWithoutANumberIsToldToo() {
    assertThatThrownBy(() -> FirstCellStep.check("populations.p", cell(Map.of("half", "1"))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("'broken' at apic[1](");
  }

  @Test
  void soundCellsPass() {
    assertThatCode(() -> FirstCellStep.check("p", CellPlan.of(TestCells.richCell(), 0.025)))
        .doesNotThrowAnyException();
  }
}
