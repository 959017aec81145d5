package org.hillock.app.verbs;

import org.hillock.app.terminal.Terminal;
import org.hillock.core.network.Network;
import org.hillock.core.session.Engine;
import org.hillock.spiking.lowered.Stiffness;
import org.hillock.spiking.parted.PartedLowering;

/**
 * Says where the step is too large for the equations of a network, or the grid of a cell too
 * coarse.
 */
final class StepWarnings {

  private StepWarnings() {}

  static void say(Terminal terminal, Engine engine, Network network, double stepMs) {
    boolean inTime = engine.name().startsWith("spiking");
    (inTime ? Stiffness.warnings(network, stepMs) : Stiffness.passWarnings(network))
        .forEach(warning -> terminal.say("Warning: " + warning));
    if (inTime) {
      network.populations().values().stream()
          .filter(p -> p.model().cell().isPresent())
          .forEach(p ->
              PartedLowering.lowered(network, p, stepMs)
                  .warnings()
                  .forEach(warning ->
                      terminal.say("Warning: populations." + p.name() + ": " + warning)));
    }
  }
}
