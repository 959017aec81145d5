package org.hillock.app.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hillock.app.output.OutputFolder;
import org.hillock.core.problem.HillockException;
import org.hillock.core.problem.NearestName;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.lab.comparison.StoppedException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells a user what went wrong, in one message and never as a stack trace. */
public final class Problems {

  private static final int FAILURE = 1;
  private static final int USAGE = 2;

  private final Terminal terminal;

  public Problems(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A command that could not be read; gives the exit code. */
  public int usage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String asked =
        e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()
            ? unknown(command, unmatched.getUnmatched().getFirst())
            : plain(Objects.requireNonNullElse(e.getMessage(), ""));
    say(asked + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
    return USAGE;
  }

  /** The parser names the types of Java, which no user needs to know. */
  private static String plain(String message) {
    return message
        .replaceFirst(" is not an? (long|int)$", " is not a whole number")
        .replaceFirst(" is not a (double|float)$", " is not a number");
  }

  private static String unknown(CommandLine command, String word) {
    if (word.startsWith("-")) {
      String name = word.split("=", 2)[0];
      List<String> options =
          command.getCommandSpec().options().stream()
              .flatMap(o -> Stream.of(o.names()))
              .filter(o -> o.startsWith("--"))
              .toList();
      return "option '" + name + "' is unknown; " + NearestName.hint(name, options);
    }
    if (command.getParent() != null) {
      return "'" + word + "' is one word too many";
    }
    return "'"
        + word
        + "' is no verb; "
        + NearestName.hint(word, command.getSubcommands().keySet());
  }

  /** A command that failed; gives the exit code. */
  public int tell(Throwable problem) {
    return switch (problem) {
      case HillockException told -> {
        say(String.valueOf(told.getMessage()));
        yield told.exitCode();
      }
      case StoppedException stopped -> {
        say(String.valueOf(stopped.getMessage()));
        yield StopSignal.EXIT_CODE;
      }
      case OutOfMemoryError e -> {
        say(
            "memory ran out: the JVM may take "
                + MemoryEstimate.human(Runtime.getRuntime().maxMemory())
                + "; give it more with HILLOCK_JAVA_OPTS=-Xmx…, or make the network smaller ("
                + e.getMessage()
                + ")");
        yield FAILURE;
      }
      default -> {
        say(
            "this is an error of Hillock itself, not yours: "
                + problem.getClass().getSimpleName()
                + (problem.getMessage() == null ? "" : " (" + problem.getMessage() + ")")
                + "; "
                + trace(problem));
        yield FAILURE;
      }
    };
  }

  /** An answer that standard output did not take; gives the exit code. */
  public int unprinted() {
    say("not all of the answer could be written to standard output");
    return FAILURE;
  }

  /** Writes the full trace into a file and says where. */
  private String trace(Throwable problem) {
    StringWriter text = new StringWriter();
    problem.printStackTrace(new PrintWriter(text, true));
    Path home = terminal.folder().resolve(OutputFolder.HOME);
    try {
      Path folder = Files.isDirectory(home) ? home : Path.of(System.getProperty("java.io.tmpdir"));
      Path file = Files.createTempFile(folder, "crash-", ".txt");
      Files.writeString(file, text.toString());
      return "the full trace is in " + file;
    } catch (IOException e) {
      return "its trace could not be written: " + e.getMessage();
    }
  }

  private void say(String message) {
    terminal.err().println("hillock: " + message);
  }
}
