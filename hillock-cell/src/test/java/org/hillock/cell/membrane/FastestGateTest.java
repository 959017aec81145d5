package org.hillock.cell.membrane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellBuilder;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.MorphologyBuilder;
import org.hillock.core.cell.Place;
import org.hillock.core.equation.MechanismText;
import org.junit.jupiter.api.Test;

/** How soon channels follow the potential. */
class FastestGateTest {

  private static CellBuilder squid(double celsius) {
    return new CellBuilder("s", new MorphologyBuilder("s").root("axon", 20, 100).build())
        .celsius(celsius)
        .ion(Ion.SODIUM, 50, 440, 50)
        .insert("all", "na-hh", Map.of());
  }

  @Test
  void theSquidsSodiumGateIsFastestBelowRest() {
    FastestGate gate = FastestGate.of(squid(6.3).build()).getFirst();
    assertThat(gate.state()).isEqualTo("m");
    assertThat(gate.atMv()).isEqualTo(-90);
    assertThat(gate.place()).isEqualTo(new Place("axon", 0.5));
    double x = (-90 + 40) / 10.0;
    double alpha = x / (1 - Math.exp(-x));
    double beta = 4 * Math.exp(25 / 18.0);
    // one part in 10⁶ of the difference of two steps of 10⁻⁴ ms
    assertThat(gate.tauMs()).isCloseTo(1 / (alpha + beta), within(1e-6));
  }

  @Test
  void aStepThatIsLongerThanThatIsToldWithThePlace() {
    assertThat(FastestGate.warnings(squid(6.3).build(), 0.025)).isEmpty();
    assertThat(FastestGate.warnings(squid(37).build(), 0.025))
        .containsExactly(
            "'na-hh' in axon(0.5): m has a time constant of 0.0021 ms at -90 mV, which a step of"
                + " 0.025 ms does not resolve; take 0.0021 ms or less");
  }

  @Test
  void parametersThatDifferAlongTheTreeAreLookedAt() {
    MechanismText text =
        MechanismText.read(
            "own",
            """
            channel own
            parameter g = 1 mS/cm^2
            parameter tau = 1 ms > 0
            state s = 0
            ds/dt = (sigmoid(v/(10 mV)) - s)/tau
            current = g*s*v
            """);
    Cell cell =
        new CellBuilder("c", new MorphologyBuilder("c").root("soma", 500, 1).build())
            .insert("own", "all", text, Map.of("tau", "1.5 ms - 1.3 ms*position"))
            .build();
    List<FastestGate> gates = FastestGate.of(cell);
    assertThat(gates).hasSize(1);
    double last = gates.getFirst().place().position();
    assertThat(last).isGreaterThan(0.9);
    // places are told to four digits, of which a millisecond makes so much
    assertThat(gates.getFirst().tauMs()).isCloseTo(1.5 - 1.3 * last, within(2e-4));
  }
}
