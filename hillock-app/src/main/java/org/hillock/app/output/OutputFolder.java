package org.hillock.app.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hillock.core.files.WholeFile;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;

/**
 * A folder that a verb fills: checked before long work begins, and filled only when the work is
 * done. Until then everything is made in a hidden folder beside it.
 */
public final class OutputFolder implements AutoCloseable {

  /** Where output goes unless the user says otherwise. */
  public static final String HOME = "hillock-out";

  public static final String COMPARISON = "comparison.json";
  public static final String RUN = "run.json";
  public static final String TRAINING = "training.json";
  public static final String SCENE = "scene.json";
  public static final String SCENES = "scenes.json";
  public static final String ANSWER = "answer.json";

  /** A folder that holds one of these was written by Hillock and may be written again. */
  private static final Set<String> OURS = Set.of(COMPARISON, RUN, TRAINING, SCENE, SCENES, ANSWER);

  private static final int MOST_NAMED = 3;

  private final Path named;
  private final Path target;
  private final Path staging;

  private OutputFolder(Path named) {
    this.named = named;
    target = named.toAbsolutePath().normalize();
    staging = target.resolveSibling("." + target.getFileName() + ".unfinished");
  }

  /**
   * Claims a folder; nothing is made yet.
   *
   * @throws UsageException where a file has its name, or it holds things that are not Hillock's
   * @throws FailureException where it cannot be written to
   */
  public static OutputFolder claim(Path named) {
    OutputFolder folder = new OutputFolder(named);
    folder.checkContent();
    folder.checkWritable();
    return folder;
  }

  /** The folder as the user named it. */
  public Path path() {
    return named;
  }

  private void checkContent() {
    if (target.getFileName() == null) {
      throw new UsageException("--out " + named + ": the root of a disk cannot be filled");
    }
    if (!Files.exists(target)) {
      return;
    }
    if (!Files.isDirectory(target)) {
      throw new UsageException("--out " + named + ": is a file, not a folder");
    }
    List<String> names = names();
    if (!names.isEmpty() && names.stream().noneMatch(OURS::contains)) {
      String some = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
      throw new UsageException(
          "--out "
              + named
              + ": holds "
              + some
              + (names.size() > MOST_NAMED ? ", …" : "")
              + " and no result of Hillock; name a new or an empty folder");
    }
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(target)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Makes a file in the nearest folder that is there, and takes it away again. */
  private void checkWritable() {
    Path there = Files.exists(target) ? target : target.getParent();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there)) {
      throw new UsageException("--out " + named + ": " + there + " is a file, not a folder");
    }
    try {
      Files.delete(Files.createTempFile(there, ".hillock-", ".probe"));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private FailureException unwritable(IOException e) {
    String reason =
        switch (e) {
          case AccessDeniedException _ -> "permission is denied";
          case NoSuchFileException _ -> "no file can be made there";
          case FileSystemException f when f.getReason() != null -> f.getReason();
          default -> e.toString();
        };
    return new FailureException("--out " + named + ": cannot be written to: " + reason, e);
  }

  /** Where a file of the result is to be written, before {@link #publish}. */
  public Path file(String name) {
    try {
      Files.createDirectories(staging);
    } catch (IOException e) {
      throw unwritable(e);
    }
    return staging.resolve(name);
  }

  /** Writes a tree as a file of the result. */
  public void json(String name, Map<String, ?> tree) {
    WholeFile.write(file(name), JsonText.of(tree).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Puts everything into the folder, in place of files of the same name.
   *
   * @throws FailureException where that fails
   */
  public void publish() {
    try {
      if (!Files.exists(target)) {
        Files.createDirectories(target.resolveSibling("."));
        Files.move(staging, target);
        return;
      }
      for (Path file : content()) {
        Path place = target.resolve(staging.relativize(file));
        Files.createDirectories(place.resolveSibling("."));
        Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private List<Path> content() throws IOException {
    try (Stream<Path> all = Files.walk(staging)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Takes away what was made and not published. */
  @Override
  public void close() {
    if (!Files.exists(staging)) {
      return;
    }
    try (Stream<Path> all = Files.walk(staging)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }
}
