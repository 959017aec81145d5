package org.hillock.formats.yaml;

import java.nio.file.Path;
import org.hillock.core.cell.Cell;
import org.hillock.core.problem.UsageException;

/**
 * Files that describe a cell with parts ({@code *.cell.yaml}); docs/cells.md tells what may stand
 * in them.
 */
public final class CellYaml {

  /** How such files end. */
  public static final String ENDING = ".cell.yaml";

  private static final long LARGEST_BYTES = 1L << 26;

  private CellYaml() {}

  /**
   * The cell of a file; SWC files and mechanisms that it names are looked for in its folder.
   *
   * @throws UsageException with file, path and line of the first thing that is wrong
   * @throws org.hillock.core.problem.FailureException where the disk fails
   */
  public static Cell read(Path file) {
    return read(file.toString(), file);
  }

  /** The same, with a name for messages. */
  static Cell read(String name, Path file) {
    Path whole = file.toAbsolutePath();
    Path folder = whole.getParent();
    return read(
        SmallFile.text(file, "a cell file", LARGEST_BYTES), name, folder == null ? whole : folder);
  }

  /**
   * Reads a cell from text.
   *
   * @param fileName how messages name the text
   * @param folder where files that it names are looked for
   * @throws UsageException with file, path and line of the first thing that is wrong
   */
  public static Cell read(String text, String fileName, Path folder) {
    YamlNode root = YamlTree.parse(text, fileName);
    try {
      return new CellReader(new Neighbours(folder, "the cell file")).read(root);
    } catch (UsageException e) {
      throw Place.located(e, root, fileName);
    }
  }
}
