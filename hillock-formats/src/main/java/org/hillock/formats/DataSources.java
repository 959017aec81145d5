package org.hillock.formats;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.digits.Digits;
import org.hillock.formats.idx.IdxImages;

/** Opens what {@code --on} names: {@code digits}, or {@code idx:DIR}. */
public final class DataSources {

  private static final String DIGITS = "digits";
  private static final String IDX = "idx";

  private DataSources() {}

  /**
   * Opens a data source.
   *
   * @param spec {@code digits}, or {@code idx:} and a folder
   * @throws UsageException where it names none (with the nearest name and examples), or its files
   *     are wrong
   */
  public static DataSource open(String spec) {
    int colon = spec.indexOf(':');
    String kind = colon < 0 ? spec : spec.substring(0, colon);
    String rest = colon < 0 ? "" : spec.substring(colon + 1);
    if (kind.equals(DIGITS) && colon < 0) {
      return new DataSource.Whole(Digits.load());
    }
    if (kind.equals(IDX) && !rest.isBlank()) {
      return new DataSource.Official(IdxImages.read(folder(spec, rest)));
    }
    String known = "give '" + DIGITS + "' or '" + IDX + ":FOLDER', such as 'idx:data/mnist'";
    if (kind.equals(DIGITS) || kind.equals(IDX)) {
      throw new UsageException("data '" + spec + "': " + known);
    }
    throw new UsageException(
        "data '"
            + spec
            + "' is unknown; "
            + NearestName.of(kind, List.of(DIGITS, IDX))
                .map(near -> "did you mean '" + near + "'? ")
                .orElse("")
            + known);
  }

  private static Path folder(String spec, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("data '" + spec + "': is not a folder's name: " + e.getReason());
    }
  }
}
