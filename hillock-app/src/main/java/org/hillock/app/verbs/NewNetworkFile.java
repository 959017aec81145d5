package org.hillock.app.verbs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.network.Network;
import org.hillock.core.problem.FailureException;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.yaml.NetworkYaml;

/** A network file that a verb will write, with its weights beside it, where nothing is yet. */
record NewNetworkFile(String option, Path path) {

  private static final String ENDING = ".net.yaml";
  private static final String WEIGHTS = ".safetensors";

  /**
   * Checks, before long work, that nothing is there.
   *
   * @throws UsageException where something is, or the name does not end in .net.yaml
   */
  static NewNetworkFile at(Terminal terminal, String option, String name) {
    if (!name.endsWith(ENDING)) {
      throw new UsageException(option, "'" + name + "' does not end in " + ENDING);
    }
    Path path = terminal.path(option, name);
    if (Files.exists(path)) {
      throw new UsageException(option, name + " is there already; name another, or remove it");
    }
    String weights = name.substring(0, name.length() - ENDING.length()) + WEIGHTS;
    if (Files.exists(terminal.path(option, weights))) {
      throw new UsageException(option, weights + ", its weights, is there already");
    }
    return new NewNetworkFile(option, path);
  }

  /**
   * Writes it; folders on the way are made.
   *
   * @throws FailureException where that fails
   */
  void write(Network network) {
    try {
      Files.createDirectories(path.resolveSibling("."));
    } catch (IOException e) {
      throw new FailureException(option + " " + path + ": its folder cannot be made: " + e, e);
    }
    NetworkYaml.writeWithWeights(network, path);
  }
}
