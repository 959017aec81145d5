package org.hillock.onnx.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;

/**
 * The tests below folders and in zips, those within the folders too: every folder with a {@code
 * model.onnx}. Zips are unpacked to a temporary folder, which {@link #close} removes.
 */
public final class BackendTests implements AutoCloseable {

  static final String MODEL = "model.onnx";

  /** A zip that unpacks to more is refused. */
  private static final long MOST_UNPACKED = 8L << 30;

  private final List<BackendTest> tests = new ArrayList<>();
  private final List<Path> temporary = new ArrayList<>();

  private BackendTests() {}

  /**
   * Finds all tests.
   *
   * @param paths folders and zips
   * @throws UsageException where a path is neither, or holds no test
   */
  public static BackendTests find(List<Path> paths) {
    BackendTests found = new BackendTests();
    try {
      for (Path path : paths) {
        found.add(path);
      }
      return found;
    } catch (RuntimeException e) {
      found.close();
      throw e;
    } catch (IOException e) {
      found.close();
      throw new FailureException("tests cannot be read: " + e.getMessage(), e);
    }
  }

  /** In order of their names within each path. */
  public List<BackendTest> tests() {
    return List.copyOf(tests);
  }

  private void add(Path path) throws IOException {
    int before = tests.size();
    if (Files.isDirectory(path)) {
      walk(path);
      try (Stream<Path> files = Files.walk(path)) {
        for (Path zip : files.filter(BackendTests::isZip).sorted().toList()) {
          walk(unpacked(zip));
        }
      }
    } else if (isZip(path)) {
      walk(unpacked(path));
    } else if (Files.isRegularFile(path) && path.getFileName().toString().equals(MODEL)) {
      tests.add(test(path));
    } else {
      throw new UsageException(path + ": is neither a folder nor a zip of tests");
    }
    if (tests.size() == before) {
      throw new UsageException(path + ": holds no test: no folder in it has a " + MODEL);
    }
  }

  private static boolean isZip(Path path) {
    return Files.isRegularFile(path)
        && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private void walk(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> models =
          files.filter(f -> f.getFileName().toString().equals(MODEL)).sorted().toList();
      for (Path model : models) {
        tests.add(test(model));
      }
    }
  }

  private static BackendTest test(Path model) throws IOException {
    Path folder = Objects.requireNonNull(model.toAbsolutePath().getParent());
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> sets =
          inside
              .filter(Files::isDirectory)
              .filter(f -> f.getFileName().toString().startsWith("test_data_set"))
              .sorted()
              .toList();
      return new BackendTest(folder.getFileName().toString(), model, sets);
    }
  }

  private Path unpacked(Path zip) throws IOException {
    Path folder = Files.createTempDirectory("hillock-onnx-tests");
    temporary.add(folder);
    long total = 0;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path to = folder.resolve(entry.getName()).normalize();
        if (!to.startsWith(folder)) {
          throw new UsageException(zip + ": entry '" + entry.getName() + "' leads out of the zip");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(Objects.requireNonNull(to.getParent()));
          total += copy(in, to, MOST_UNPACKED - total);
          if (total > MOST_UNPACKED) {
            throw new UsageException(
                zip + ": unpacks to more than " + (MOST_UNPACKED >> 30) + " GiB");
          }
        }
      }
    } catch (ZipException e) {
      throw new UsageException(zip + ": is no zip, or a damaged one: " + e.getMessage());
    }
    return folder;
  }

  /** Copies at most one byte more than allowed. */
  private static long copy(InputStream in, Path to, long allowed) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long copied = 0;
    try (var out = Files.newOutputStream(to)) {
      for (int read = in.read(buffer); read >= 0 && copied <= allowed; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        copied += read;
      }
    }
    return copied;
  }

  @Override
  public void close() {
    for (Path folder : temporary) {
      try {
        Files.walkFileTree(
            folder,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                  throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult postVisitDirectory(Path visited, IOException problem)
                  throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
              }
            });
      } catch (IOException e) {
        throw new FailureException(folder + ": cannot be removed: " + e.getMessage(), e);
      }
    }
  }
}
