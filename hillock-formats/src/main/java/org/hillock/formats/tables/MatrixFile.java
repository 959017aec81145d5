package org.hillock.formats.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.problem.UsageException;

/**
 * A small matrix of numbers in a text file: one row a line, numbers parted by commas, semicolons or
 * tabs. A first line that is no numbers names the columns; a first word of a line that is no number
 * names the row.
 *
 * @param names of the columns; empty where the file names none
 * @param rows as long as each other
 */
public record MatrixFile(List<String> names, double[][] rows) {

  private static final long MOST_BYTES = 64L << 20;

  /**
   * Reads one.
   *
   * @throws UsageException where it is missing, empty, too large, or holds something else than
   *     numbers, with line and column
   */
  public static MatrixFile read(Path file) {
    List<String> lines = lines(file);
    List<String> names = List.of();
    List<double[]> rows = new ArrayList<>();
    for (int l = 0; l < lines.size(); l++) {
      String line = lines.get(l).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> words =
          Arrays.stream(line.split("[,;\t]", -1)).map(MatrixFile::unquoted).toList();
      boolean first = rows.isEmpty() && names.isEmpty();
      if (first
          && words.stream().skip(1).noneMatch(MatrixFile::isNumber)
          && !isNumber(words.getFirst())) {
        names = words.getFirst().isEmpty() ? words.subList(1, words.size()) : words;
        continue;
      }
      int from = isNumber(words.getFirst()) ? 0 : 1;
      double[] row = new double[words.size() - from];
      for (int c = 0; c < row.length; c++) {
        row[c] = number(file, l + 1, c + from + 1, words.get(c + from));
      }
      if (!rows.isEmpty() && row.length != rows.getFirst().length) {
        throw new UsageException(
            file
                + ", line "
                + (l + 1)
                + ": "
                + row.length
                + " numbers, but "
                + rows.getFirst().length
                + " in the lines before");
      }
      rows.add(row);
    }
    if (rows.isEmpty()) {
      throw new UsageException(file + ": holds no numbers");
    }
    int columns = rows.getFirst().length;
    // a corner may be named, too
    if (names.size() == columns + 1) {
      names = names.subList(1, names.size());
    }
    if (!names.isEmpty() && names.size() != columns) {
      throw new UsageException(
          file + ": " + names.size() + " names of columns, but " + columns + " columns");
    }
    return new MatrixFile(names, rows.toArray(double[][]::new));
  }

  private static List<String> lines(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(file + ": no such file");
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new UsageException(
            file + ": " + Files.size(file) + " bytes are more than " + MOST_BYTES);
      }
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UsageException(file + ": cannot be read as text (" + e.getMessage() + ")");
    }
  }

  private static String unquoted(String word) {
    String bare = word.strip();
    return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
        ? bare.substring(1, bare.length() - 1)
        : bare;
  }

  private static boolean isNumber(String word) {
    try {
      Double.parseDouble(word);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static double number(Path file, int line, int column, String word) {
    if (!isNumber(word) || !Double.isFinite(Double.parseDouble(word))) {
      throw new UsageException(
          file + ", line " + line + ", column " + column + ": '" + word + "' is no finite number");
    }
    return Double.parseDouble(word);
  }
}
