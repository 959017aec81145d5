package org.hillock.core.census;

import java.util.List;
import org.hillock.core.problem.UsageException;

/**
 * Parts under one name, so many times.
 *
 * @param name within what holds it; repeated ones are numbered from 0
 * @param times how many equal ones follow each other, 1 to {@link #MOST}
 * @param parts in order
 */
public record Block(String name, int times, List<Part> parts) implements Part {

  /** More are no network but a mistake. */
  public static final int MOST = 100_000;

  public Block {
    parts = List.copyOf(parts);
    if (times < 1 || times > MOST) {
      throw new UsageException(name, times + " blocks are not 1.." + MOST);
    }
  }

  /** One. */
  public static Block of(String name, Part... parts) {
    return new Block(name, 1, List.of(parts));
  }
}
