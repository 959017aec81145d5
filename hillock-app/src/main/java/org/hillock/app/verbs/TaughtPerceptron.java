package org.hillock.app.verbs;

import org.hillock.app.shell.Hillock;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.terminal.TerminalProgress;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.formats.DataSource;
import org.hillock.lab.comparison.BuiltInNetworks;

/** A perceptron by its name, which learns before it is asked. */
final class TaughtPerceptron {

  private TaughtPerceptron() {}

  /**
   * Teaches it; the same name, data and seed give the same network.
   *
   * @param name one of {@link BuiltInNetworks#NAMED}
   * @param on which images it learns
   */
  static Network of(Terminal terminal, String name, DataSource on, long seed) {
    Dataset images = DataChoice.split(on, seed).train();
    Network plain = BuiltInNetworks.named(name, images, false, seed);
    try (TerminalProgress progress = new TerminalProgress(terminal)) {
      return Hillock.learnt(plain, images, seed, progress);
    }
  }
}
