package org.hillock.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "20 ms, ms, 20",
    "0.1 ms, ms, 0.1",
    "1.5s, ms, 1500",
    "-70mV, V, -0.07",
    "150 Hz, 1/ms, 0.15",
    "20 kHz, Hz, 20000",
    "0.1 nA, pA, 100",
    "1 uF/cm^2, F/m^2, 0.01",
    "0.12 S/cm^2, mS/cm^2, 120",
    "1 MOhm, Ohm, 1e6",
    "2 min, s, 120",
    "1 mV/ms, V/s, 1",
    "1 pA*ms, fC, 1",
    "140 mM, mol/m^3, 140",
    ".5, '', 0.5",
    "1e3 um, mm, 1"
  })
  void convertsBetweenUnitsOfOneKind(String text, String unit, double expected) {
    // exact up to one rounding of a power of ten
    assertThat(Quantity.parse(text).in(Unit.parse(unit == null ? "" : unit)))
        .isCloseTo(expected, within(Math.abs(expected) * 1e-15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20 ms", "-70 mV", "0.1 nA", "5", "1.5 uF/cm^2", "1.0E-20 s"})
  void isWrittenAsItIsRead(String text) {
    Quantity read = Quantity.parse(text);
    assertThat(Quantity.parse(read.toString())).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fast|'fast' is not a number with a unit, such as '20 ms' or '-70 mV'",
        "1e999 ms|Infinity is not a finite number",
        "20 msec|unit 'msec' is unknown; did you mean 'ms'?",
        "20 mv|unit 'mv' is unknown; did you mean 'mV'?",
        "3 ms^x|unit 'ms^x': exponent 'x' is not a whole number from -9 to 9",
      })
  void saysWhatItCannotRead(String text, String message) {
    assertThatThrownBy(() -> Quantity.parse(text))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void refusesAnotherKindOfUnit() {
    assertThatThrownBy(() -> Quantity.parse("20 mV").in(Unit.MS))
        .hasMessage("20 mV is a voltage, but a time, such as '1 ms', is needed here");
    assertThatThrownBy(() -> Quantity.parse("20 mV/m").in(Unit.NONE))
        .hasMessageContaining("m·kg·s^-3·A^-1, but a plain number");
  }

  @Test
  void dimensionsMultiplyAndDivide() {
    assertThat(Dimension.CURRENT.over(Dimension.CONDUCTANCE)).isEqualTo(Dimension.VOLTAGE);
    assertThat(Dimension.CAPACITANCE.over(Dimension.CONDUCTANCE)).isEqualTo(Dimension.TIME);
    assertThat(Dimension.RATE.times(Dimension.TIME)).isEqualTo(Dimension.NONE);
    assertThat(Dimension.RATE).hasToString("a rate (1/time)");
    assertThat(Dimension.CURRENT).hasToString("a current");
    assertThat(Dimension.CONDUCTANCE).hasToString("a conductance");
    assertThat(Dimension.CAPACITANCE).hasToString("a capacitance");
    assertThat(Dimension.LENGTH).hasToString("a length");
    assertThat(Dimension.VOLTAGE_RATE).hasToString("a voltage per time");
  }
}
