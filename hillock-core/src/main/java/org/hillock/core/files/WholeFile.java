package org.hillock.core.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;

/**
 * An output file that appears whole or not at all: it is written under a temporary name beside its
 * own and renamed by {@link #commit()}.
 */
public final class WholeFile {

  private static final AtomicLong COUNT = new AtomicLong();

  private final Path target;
  private final Path partial;

  private WholeFile(Path target, Path partial) {
    this.target = target;
    this.partial = partial;
  }

  /** What writes a file's content to the path it is given. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path partial) throws IOException;
  }

  /**
   * Begins a file; nothing is on disk yet.
   *
   * @throws UsageException where its folder is missing or cannot be written to, or a folder has its
   *     name
   */
  public static WholeFile begin(Path target) {
    Path absolute = target.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder == null || Files.isDirectory(absolute)) {
      throw new UsageException(target + ": is a folder, not a file");
    }
    if (!Files.exists(folder)) {
      throw new UsageException(target + ": folder " + folder + " does not exist");
    }
    if (!Files.isDirectory(folder)) {
      throw new UsageException(target + ": " + folder + " is a file, not a folder");
    }
    if (!Files.isWritable(folder)) {
      throw new UsageException(target + ": folder " + folder + " cannot be written to");
    }
    String unique = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    return new WholeFile(
        absolute, folder.resolve(absolute.getFileName() + "." + unique + ".partial"));
  }

  /**
   * Writes a file in one go.
   *
   * @throws UsageException as {@link #begin}
   * @throws FailureException where writing fails, such as on a full disk; nothing is left behind
   */
  public static void write(Path target, Content content) {
    WholeFile file = begin(target);
    try {
      content.writeTo(file.partial);
    } catch (IOException e) {
      throw file.failure(e);
    } catch (RuntimeException e) {
      file.discard();
      throw e;
    }
    file.commit();
  }

  /**
   * Writes bytes in one go, as {@link #write(Path, Content)}; makes the folder where it is missing.
   */
  public static void write(Path target, byte[] bytes) {
    Path folder = target.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new FailureException(folder + ": could not be made: " + e.getMessage(), e);
    }
    write(target, partial -> Files.write(partial, bytes));
  }

  /** Where to write until {@link #commit()}. */
  public Path partial() {
    return partial;
  }

  /** Gives the file its own name, in place of an older one. */
  public void commit() {
    try {
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Removes what was written. */
  public void discard() {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      throw new FailureException(partial + ": cannot be removed: " + e.getMessage(), e);
    }
  }

  /** Removes what was written and says why the file did not come to be. */
  public FailureException failure(Exception cause) {
    FailureException failure =
        new FailureException(target + ": could not be written: " + cause.getMessage(), cause);
    try {
      discard();
    } catch (FailureException e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
