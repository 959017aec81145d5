package org.hillock.formats.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matrices as programs write them, and what is not one. */
class MatrixFileTest {

  @TempDir Path folder;

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("m.csv"), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void readsWhatProgramsWrite() {
    double[][] rows = {{0, 1.5}, {1.5, 0}};
    for (String text :
        new String[] {
          "0,1.5\n1.5,0\n", "# a comment\n0;1.5\n\n1.5;0", "0\t1.5\n1.5\t0",
        }) {
      assertThat(MatrixFile.read(file(text)).rows()).isDeepEqualTo(rows);
      assertThat(MatrixFile.read(file(text)).names()).isEmpty();
    }
    for (String text :
        new String[] {
          "a,b\n0,1.5\n1.5,0\n", ",\"a\",\"b\"\na,0,1.5\nb,1.5,0\n", "name,a,b\na,0,1.5\nb,1.5,0\n",
        }) {
      assertThat(MatrixFile.read(file(text)).rows()).isDeepEqualTo(rows);
      assertThat(MatrixFile.read(file(text)).names()).containsExactly("a", "b");
    }
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    Map.of(
            "0,1\n1,x\n", "line 2, column 2: 'x'",
            "0,1\n1,NaN\n", "line 2, column 2: 'NaN'",
            "0,1\n1\n", "line 2: 1 numbers, but 2",
            "a,b,c,d\n0,1\n1,0\n", "4 names of columns, but 2",
            "", "holds no numbers")
        .forEach((text, said) ->
            assertThatThrownBy(() -> MatrixFile.read(file(text)))
                .as(text)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("m.csv")
                .hasMessageContaining(said));
    assertThatThrownBy(() -> MatrixFile.read(folder.resolve("none.csv")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no such file");
  }
}
