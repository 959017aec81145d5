package org.hillock.formats.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every door of a cell file, with the place of what is wrong. */
class BadCellFileTest {

  @TempDir Path folder;

  private static final String GOOD =
      """
      name: small
      celsius: 6.3
      initial: -68 mV
      sections:
        soma: {length: 20 um, diameter: 20 um}
        dend[0]: {from: soma(0), length: 150 um, diameter: [2 um, 1 um]}
      membrane:
        all: {capacitance: 1 uF/cm^2, axial: 150 ohm*cm}
      ions:
        na: {in: 15 mM, out: 145 mM}
      channels:
        - {mechanism: na-hh, in: soma, g: 100 mS/cm^2}
        - {mechanism: leak, in: all}
      receptors:
        fast: {mechanism: ampa, at: soma, decay: 3 ms}
      spike: {at: soma, threshold: -20 mV}
      grid: {d_lambda: 0.1, frequency: 100 Hz, segments: {soma: 3}}
      """;

  @Test
  void theGoodOneIsGood() {
    assertThat(CellYaml.read(GOOD, "good", folder).name()).isEqualTo("small");
  }

  /**
   * A text of the good file is replaced by another; the message tells path, value, what is allowed.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "name: small | name: 3 small | name: '3 small' is not letters, digits, '_' and '-' that begin with a letter (line 1)",
        "celsius: 6.3 | celcius: 6.3 | celcius: key 'celcius' is unknown; did you mean 'celsius'? (line 2)",
        "celsius: 6.3 | celsius: -300 | celsius: -300 degrees Celsius is not in 0..60; it lies below absolute zero, -273.15 (line 2)",
        "initial: -68 mV | initial: -68 pA | initial: -68 pA is a current, but a voltage, such as '1 mV', is needed here (line 3)",
        "initial: -68 mV | initial: -680 mV | initial: -680.0 mV is not in -200..200 mV (line 3)",
        "from: soma(0), length | length | sections.dend[0]: 'from' is missing: where it hangs, such as soma(1) (line 6)",
        "soma: {length | soma: {from: dend, length | sections.soma: the first section is the root, which hangs on nothing; leave 'from' out (line 5)",
        "from: soma(0) | from: sma(0) | sections.dend[0].from: there is no section 'sma' before it; did you mean 'soma'? (line 6)",
        "from: soma(0) | from: soma(2) | sections.dend[0].from: position 2.0 on 'soma' is not within 0 (its beginning) … 1 (its end) (line 6)",
        "length: 150 um | length: 0 um | sections.dend[0].length: 0.0 um is not > 0 um and <= 10000000 um (line 6)",
        "length: 150 um | length: 150 mV | sections.dend[0].length: 150 mV is a voltage, but a length, such as '1 um', is needed here (line 6)",
        "length: 150 um | lenght: 150 um | sections.dend[0].lenght: key 'lenght' is unknown; did you mean 'length'? (line 6)",
        "[2 um, 1 um] | [2 um, -1 um] | sections.dend[0].diameter: -1.0 um is not > 0 um and <= 10000 um (line 6)",
        "[2 um, 1 um] | [2 um, 1] | sections.dend[0].diameter[1]: 1 is a plain number, but a length, such as '1 um', is needed here (line 6)",
        "dend[0]: {from | dend[0]: {kind: dendrite, from | sections.dend[0].kind: 'dendrite' is unknown; known: soma, dend, apic, hillock, axon, terminal, other (line 6)",
        "dend[0]: {from | dend[0]: {kind: soma, from | sections.dend[0]: 'dend' stands for another kind than 'soma': give it another name (line 6)",
        "all: {capacitance: 1 | axn: {capacitance: 1 | membrane.axn: 'axn' is neither a section nor a region of this cell; known: all, soma, dend, dend[0] (line 8)",
        "capacitance: 1 u | capacitance: 0 u | membrane.all.capacitance: 0.0 uF/cm^2 is not > 0 and <= 1000 uF/cm^2 (line 8)",
        "axial: 150 ohm*cm | axial: 150 ohm | membrane.all.axial: 150 ohm is",
        "na: {in: 15 mM | na: {in: -15 mM | ions.na.in: -15 mM is not > 0 mM and <= 10000 mM (line 10)",
        "na: {in: 15 mM | na: {int: 15 mM | ions.na.int: key 'int' is unknown; did you mean 'in'? (line 10)",
        "na: {in: 15 mM, out: 145 mM | na: {in: 15 mM | ions.na: 'out' is missing (line 10)",
        "na: {in: 15 | nb: {in: 15 | ions.nb: ion 'nb' is unknown; did you mean 'na'? An ion of your own needs its 'valence' (line 10)",
        "na: {in: 15 | na: {valence: 2, in: 15 | ions.na.valence: 2 is not the charge of na, which is 1 (line 10)",
        "out: 145 mM | out: 145 mM, reversal: 5 V | ions.na.reversal: 5000.0 mV is not in -500..500 mV (line 10)",
        "in: soma, g | in: axon, g | channels[0].in: 'axon' is neither a section nor a region of this cell; known: all, soma, dend, dend[0] (line 12)",
        "in: soma, g | in: [], g | channels[0].in: is empty; name at least one (line 12)",
        "mechanism: na-hh | mechanism: na-hx | channels[0].mechanism: mechanism 'na-hx' is unknown; did you mean 'na-hh'? (line 12)",
        "mechanism: na-hh | mechanism: k-hh | channels[0]: 'k-hh' deals with ion 'k', which the cell does not have; known: na (line 12)",
        "mechanism: na-hh | mechanism: ampa | channels[0].mechanism: 'ampa' is a receptor, which stands under 'receptors', not a channel (line 12)",
        "mechanism: na-hh | mechanism: no.mechanism | no.mechanism: there is no such file (line 12)",
        "g: 100 mS/cm^2 | g: 100 mS | channels[0].g: '100 mS' is",
        "g: 100 mS/cm^2 | g: 1 mS/cm^2*distnce | channels[0].g: 'distnce' is unknown; did you mean 'distance'? (line 12)",
        "g: 100 mS/cm^2 | gg: 100 mS/cm^2 | channels[0].gg: key 'gg' is unknown; did you mean 'g'? (line 12)",
        "g: 100 mS/cm^2 | g: [1] | channels[0].g: a list stands where a number with a unit is needed, or a formula of distance, diameter and position (line 12)",
        "mechanism: leak | mechanism: na-hh | channels[1]: 'na-hh' stands in soma already, by channels[0] (line 13)",
        "mechanism: ampa | mechanism: na-hh | receptors.fast.mechanism: 'na-hh' is a channel, which stands under 'channels', not a receptor (line 15)",
        "at: soma, decay | at: axon, decay | receptors.fast.at: there is no section 'axon'; known: soma, dend[0] (line 15)",
        "at: soma, decay | decay | receptors.fast: 'at' is missing (line 15)",
        "decay: 3 ms | deca: 3 ms | receptors.fast.deca: key 'deca' is unknown; did you mean 'decay'? (line 15)",
        "spike: {at: soma | spike: {at: axon | spike.at: there is no section 'axon'; known: soma, dend[0] (line 16)",
        "threshold: -20 mV | threshold: -2 V | spike.threshold: -2000.0 mV is not in -200..200 mV (line 16)",
        "d_lambda: 0.1 | d_lambda: 0 | grid.d_lambda: 0.0 is not > 0 and <= 10 (line 17)",
        "{soma: 3} | {soma: 0} | grid.segments.soma: 0 segments are not in 1..100000 (line 17)",
        "{soma: 3} | {axon: 3} | grid.segments.axon: 'axon' is neither a section nor a region of this cell; known: all, soma, dend, dend[0] (line 17)",
        "sections: | sectons: | sectons: key 'sectons' is unknown; did you mean 'sections'? (line 4)",
        "initial: -68 mV | morphology: a.swc | has both 'morphology' and 'sections'; give one (line 1)",
        "spike: {at: soma | spike: {at: dend[0](1) | within { } and [ ] a text with brackets stands in quotes, such as \"dend[0](0.5)\"",
      })
  void saysWhatIsWrongAndWhere(String good, String bad, String message) {
    assertThat(GOOD).contains(good);
    String text = GOOD.replace(good, bad);
    assertThatThrownBy(() -> CellYaml.read(text, "bad.cell.yaml", folder))
        .isInstanceOf(UsageException.class)
        .message()
        .startsWith("bad.cell.yaml: ")
        .contains(message);
  }

  @Test
  void filesBesideAreChecked() throws IOException {
    Files.writeString(folder.resolve("own.mechanism"), "channel own\ncurrent = 1 mS/cm^2*vv\n");
    Files.writeString(folder.resolve("bad.swc"), "1 1 0 0 0 5 -1\n2 3 5 0 0 1 7\n");
    assertThatThrownBy(
            () -> CellYaml.read(GOOD.replace("na-hh", "own.mechanism"), "bad.cell.yaml", folder))
        .hasMessageContainingAll(
            "channels[0].mechanism: own.mechanism: line 2", "'vv'", "(line 12)");
    String tree = "name: a\nmorphology: %s\n";
    assertThatThrownBy(() -> CellYaml.read(tree.formatted("bad.swc"), "bad.cell.yaml", folder))
        .hasMessageContainingAll("bad.cell.yaml: morphology: ", "bad.swc", "7", "(line 2)");
    assertThatThrownBy(() -> CellYaml.read(tree.formatted("../x.swc"), "bad.cell.yaml", folder))
        .hasMessageContaining("file '../x.swc' is not in the folder of the cell file (line 2)");
    assertThatThrownBy(() -> CellYaml.read(folder)).hasMessageContaining("is a folder");
    assertThatThrownBy(() -> CellYaml.read("name: a\n", "bad.cell.yaml", folder))
        .hasMessage("bad.cell.yaml: 'morphology' (an SWC file) or 'sections' is missing (line 1)");
  }
}
