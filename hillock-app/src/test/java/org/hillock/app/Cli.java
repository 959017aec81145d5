package org.hillock.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.hillock.app.terminal.Terminal;

/** Runs commands in this process, in a folder of their own that holds {@code networks}. */
public record Cli(Path folder, BooleanSupplier stopped) {

  private static final int COLUMNS = 100;
  private static final String NETWORKS = "networks";

  /** What came of a command. */
  public record Result(int code, String out, String err) {

    /**
     * What was said on standard error beside progress, which a slow machine shows and a fast one
     * not.
     */
    public String problems() {
      return err.lines()
          .filter(line -> !line.matches(" *\\d+ % .*"))
          .collect(java.util.stream.Collectors.joining("\n"));
    }
  }

  /** In a folder that is empty but for a copy of the networks of the repository. */
  public static Cli in(Path folder) {
    return stopping(folder, () -> false);
  }

  /** The same, with a user who asks to stop. */
  public static Cli stopping(Path folder, BooleanSupplier stopped) {
    Path ours = Path.of("../networks");
    Path copy = folder.resolve(NETWORKS);
    try (Stream<Path> files = Files.walk(ours)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path place = copy.resolve(ours.relativize(file).toString());
        Files.createDirectories(place.resolveSibling("."));
        Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Cli(folder, stopped);
  }

  public Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(printing(out), printing(err), false, COLUMNS, folder, stopped);
    int code = Main.run(args, terminal);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs where standard output takes nothing, as on a full disk; gives the exit code. */
  public int printingNowhere(String... args) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    PrintStream err = printing(new ByteArrayOutputStream());
    Terminal terminal =
        new Terminal(new PrintStream(full, true), err, false, COLUMNS, folder, stopped);
    return Main.run(args, terminal);
  }

  private static PrintStream printing(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** Writes a file into the folder. */
  public Path file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that is in the folder but the networks, by relative name. */
  public List<String> content() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(f -> folder.relativize(f).toString())
          .filter(n -> !n.isEmpty() && !n.startsWith(NETWORKS))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
