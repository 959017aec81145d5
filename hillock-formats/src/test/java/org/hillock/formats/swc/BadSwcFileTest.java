package org.hillock.formats.swc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every message names the file, the line and the thing. */
class BadSwcFileTest {

  /** Lines are separated by {@code /}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | holds no samples",
        "# nothing/ | holds no samples",
        "1 1 0 0 0 5 | line 1: has 6 values, not 7: number, type, x, y, z, radius, parent",
        "# a/1 1 0 zero 0 5 -1 | line 2: y zero is not a finite number",
        "1 1 0 0 NaN 5 -1 | line 1: z NaN is not a finite number",
        "1 1 0 0 0 1e999 -1 | line 1: radius 1e999 is not a finite number",
        "1.5 1 0 0 0 5 -1 | line 1: number 1.5 is not a whole number",
        "1 soma 0 0 0 5 -1 | line 1: type soma is not a finite number",
        "1 1 0 0 0 -5 -1 | line 1: radius -5 is not >= 0 and <= 5000 um",
        "1 1 0 0 0 9999 -1 | line 1: radius 9999 is not >= 0 and <= 5000 um",
        "1 1 1e9 0 0 5 -1 | line 1: x 1e9 is farther than 10 m from 0",
        "1 1 0 0 0 0 -1 | line 1: radius 0 um is not > 0 um",
        "1 1 0 0 0 5 -1/2 3 9 0 0 0 1 | line 2: radius 0 um is not > 0 um",
        "1 1 0 0 0 5 -1/2 3 9 0 0 1 1/2 3 12 0 0 1 1 | line 3: there is a sample 2 already\\, on line 2",
        "1 1 0 0 0 5 -1/2 3 9 0 0 1 7 | line 2: sample 2 hangs on sample 7\\, which is not in this file",
        "1 1 0 0 0 5 -1/2 3 9 0 0 1 3/3 3 9 9 0 1 2 | line 2: samples hang on each other in a loop: 2 on 3 on 2",
        "1 1 0 0 0 5 1 | line 1: samples hang on each other in a loop: 1 on 1",
        "1 1 0 0 0 5 2/2 1 0 1 0 5 1 | line 1: samples hang on each other in a loop: 1 on 2 on 1",
        "1 1 0 0 0 5 -1//4 3 9 0 0 1 -1 | line 3: sample 4 hangs on none\\, but sample 1 on line 1 is the root",
        "1 3 0 0 0 5 -1 | its samples lie at one place and make no section",
        "1 3 0 0 0 5 -1/2 3 0 0 0 4 1 | its samples lie at one place and make no section",
        "PK-not-text | line 1: has 1 values",
      })
  void isRefusedWithItsLine(String text, String message) {
    assertThatThrownBy(() -> SwcReader.parse("a.swc", text.replace('/', '\n')))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("a.swc: " + message.replace("\\,", ","));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> SwcReader.read(Path.of("no-such.swc")))
        .isInstanceOf(UsageException.class)
        .hasMessage("no-such.swc: there is no such file");
  }
}
