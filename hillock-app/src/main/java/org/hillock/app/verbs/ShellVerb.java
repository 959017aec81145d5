package org.hillock.app.verbs;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.problem.FailureException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock shell}: JShell with everything imported. */
@Command(
    name = "shell",
    header = "Opens JShell with all of Hillock imported.",
    descriptionHeading = "%n",
    description = {
      "Begin with: var bench = Hillock.open(\"networks/brunel-small.net.yaml\").lasting(100)",
      "then: say(bench.why(\"exc[3]\")). docs/recipes has more; /exit leaves.",
      "A FILE is run as a script; it ends with /exit."
    },
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nScripts:%n",
    footerHeading = "%nExample:%n",
    footer = "  ./hillock shell networks/scripts/two-cells.jsh")
public final class ShellVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "scripts of Java (*.jsh)")
  private List<String> files = List.of();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public ShellVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (ToolProvider.getSystemJavaCompiler() == null) {
      throw new FailureException("shell: this Java has no compiler; run it with a JDK");
    }
    List<String> arguments = new ArrayList<>();
    Path startup = startup();
    PrintStream before = System.out;
    try {
      // in this process: it has the class path and the flags that Hillock needs
      arguments.addAll(
          List.of(
              "--execution",
              "local",
              "--class-path",
              System.getProperty("java.class.path"),
              "--feedback",
              "concise",
              "--startup",
              "DEFAULT",
              "--startup",
              startup.toString()));
      files.forEach(file -> arguments.add(terminal.path("shell", file).toString()));
      // what is printed in this process is part of the answer
      System.setOut(terminal.out());
      return JavaShellToolBuilder.builder()
          .out(terminal.out())
          .err(terminal.err())
          .start(arguments.toArray(String[]::new));
    } catch (Exception e) {
      throw new FailureException("shell: JShell ended: " + e.getMessage(), e);
    } finally {
      System.setOut(before);
      delete(startup);
    }
  }

  private static Path startup() {
    try (var script = ShellVerb.class.getResourceAsStream("/org/hillock/app/shell/startup.jsh")) {
      if (script == null) {
        throw new IllegalStateException("the imports of the shell are missing");
      }
      Path file = Files.createTempFile("hillock-", ".jsh");
      Files.writeString(
          file, new String(script.readAllBytes(), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
