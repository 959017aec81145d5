package org.hillock.app.verbs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.write.OnnxExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock export}: a network in a form that others read. */
@Command(
    name = "export",
    header = "Writes a network of rate neurons as an ONNX file, which others run.",
    descriptionHeading = "%n",
    description = {
      "Writes the standard operators of version "
          + OnnxExport.OPERATORS
          + ", in single precision, with an open batch axis: sheets of neurons as [batch, channels,"
          + " height, width], pixels in 0..1. Where the network comes from stands in the file.",
      "Spikes and delays have no counterpart there and are refused; a delay in time plays no part in"
          + " a pass and is left out, as the tensor engine does."
    },
    parameterListHeading = "%nNetwork:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExample:%n",
    footer = "  ./hillock export networks/digits-cnn.net.yaml --to hillock-out/digits-cnn.onnx")
public final class ExportVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "NET", description = "network file (*.net.yaml)")
  private String file = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE.onnx",
      description = "where it is written; nothing may be there yet")
  private String to = "";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public ExportVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (!to.endsWith(OnnxFile.ENDING)) {
      throw new UsageException("--to", "'" + to + "' does not end in " + OnnxFile.ENDING);
    }
    Path target = terminal.path("--to", to);
    if (Files.exists(target)) {
      throw new UsageException("--to", to + " is there already; name another, or remove it");
    }
    Network network = NetworkYaml.read(terminal.path("export", file));
    OnnxExport.write(network, target);
    terminal.say("Written: " + to);
    return 0;
  }
}
