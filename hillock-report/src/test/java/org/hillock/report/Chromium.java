package org.hillock.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A browser without a window, to look at pages; tests skip, with the reason, where there is none.
 */
public final class Chromium {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Path program;
  private final Path scratch;

  private Chromium(Path program, Path scratch) {
    this.program = program;
    this.scratch = scratch;
  }

  /** The browser on the PATH; else the running test is skipped. */
  public static Chromium orSkip(Path scratch) {
    Optional<Path> found = find();
    if (found.isEmpty()) {
      System.out.println("skipped: none of " + NAMES + " is on the PATH");
    }
    assumeTrue(found.isPresent(), "none of " + NAMES + " is on the PATH");
    return new Chromium(found.get(), scratch);
  }

  private static Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String folder : path.split(File.pathSeparator)) {
      for (String name : NAMES) {
        Path candidate = Path.of(folder, name);
        if (Files.isExecutable(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What a page gave.
   *
   * @param dom the document after loading; empty where a picture was taken
   * @param console lines of the console
   */
  public record Seen(String dom, List<String> console) {}

  /** Takes a picture of a page. */
  public Seen screenshot(Path page, Path png, int width, int height, boolean dark)
      throws IOException, InterruptedException {
    return run(
        page,
        "--screenshot=" + png,
        "--window-size=" + width + "," + height,
        "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1));
  }

  /** Loads a page and gives its document as it is after scripts ran. */
  public Seen dom(Path page) throws IOException, InterruptedException {
    return run(
        page,
        "--dump-dom",
        "--allow-file-access-from-files",
        "--virtual-time-budget=4000",
        "--window-size=1700,900");
  }

  private Seen run(Path page, String... more) throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory(scratch, "profile");
    Path out = Files.createTempFile(scratch, "out", ".txt");
    Path log = Files.createTempFile(scratch, "log", ".txt");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--enable-logging=stderr",
            "--user-data-dir=" + profile));
    command.addAll(List.of(more));
    command.add(page.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the browser did not end: " + Files.readString(log));
    }
    List<String> console =
        Files.readAllLines(log, StandardCharsets.UTF_8).stream()
            .filter(line -> line.contains("CONSOLE"))
            .toList();
    return new Seen(Files.readString(out), console);
  }
}
