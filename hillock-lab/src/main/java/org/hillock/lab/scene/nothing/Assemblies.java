package org.hillock.lab.scene.nothing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;

/**
 * Assemblies of excitatory cells (Hebb 1949): cells of one excite each other, learnt associations
 * lead from one to others, and inhibitory cells, which hear all and reach all, let few be active at
 * a time. Cells tire, so that an assembly gives way to another after some 150 ms.
 *
 * <p>Weights were found once, by hand, on noise seeds that no scene and no test uses, so that one
 * assembly leads at a time and the next follows; nothing in them knows which follows which.
 */
final class Assemblies {

  /** Cells of an assembly. */
  static final int CELLS = 24;

  /** Inhibitory cells. */
  static final int INHIBITORY = 96;

  static final String INHIBITION = "inh";

  /** Step in ms that the weights were found with. */
  static final double STEP_MS = 0.5;

  /** What the cells of an active assembly give each other, mV/ms, shared among the senders. */
  static final double WITHIN = 1.1;

  /** Of a synapse from an excitatory to an inhibitory cell, mV/ms. */
  static final double TO_INHIBITION = 0.16;

  /** Of one back, mV/ms. */
  static final double FROM_INHIBITION = 0.06;

  /** What an assembly gives one that it is associated with, as above. */
  private static final double ONWARD = 0.5;

  private Assemblies() {}

  /**
   * A network.
   *
   * @param names of the assemblies
   * @param associations learnt ones
   * @param noise whether membranes are noisy
   */
  static Network network(
      String name, List<String> names, Collection<Association> associations, boolean noise) {
    NeuronModel cell = cell();
    NetworkBuilder builder =
        Network.builder(name)
            .seed(1)
            .provenance(
                new Provenance(
                    names.size()
                        + " assemblies of "
                        + CELLS
                        + " excitatory cells that tire, associated by Hebb's rule",
                    "",
                    List.of()));
    String sigma = noise ? "2.2 mV" : "0 mV";
    for (String assembly : names) {
      builder.population(
          assembly,
          CELLS,
          cell,
          p ->
              p.param("v_init", Values.drawn(new Distribution.Uniform(0, 15, Unit.parse("mV"))))
                  .param("sigma", sigma)
                  .bias(Values.constant(0.81, "mV/ms")));
    }
    builder.population(INHIBITION, INHIBITORY, cell, p -> inhibitory(p, noise));
    for (String assembly : names) {
      // cells that no episode made active together are not tied to each other
      if (associations.stream().anyMatch(a -> a.with(assembly))) {
        join(builder, assembly, assembly, false, WITHIN / CELLS, "excitatory");
      }
      join(builder, assembly, INHIBITION, true, TO_INHIBITION, "excitatory");
      join(builder, INHIBITION, assembly, true, FROM_INHIBITION, "inhibitory");
    }
    for (Association a : associations) {
      join(builder, a.from(), a.to(), true, ONWARD / CELLS, "excitatory");
    }
    return builder.build();
  }

  /** Inhibitory cells: quicker, and they do not tire. */
  static NetworkBuilder.PopulationParts inhibitory(
      NetworkBuilder.PopulationParts parts, boolean noise) {
    return parts
        .param("tau_m", "10 ms")
        .param("v_reset", "0 mV")
        .param("tau_exc", "5 ms")
        .param("tires", "0 mV/ms")
        .param("t_ref", "1 ms")
        .param("sigma", noise ? "4 mV" : "0 mV")
        .bias(Values.constant(0.67, "mV/ms"));
  }

  private static void join(
      NetworkBuilder builder, String from, String to, boolean own, double weight, String receptor) {
    builder.projection(
        from,
        to,
        new Connectivity.AllToAll(own),
        p -> p.weight(Values.constant(weight, "mV/ms")).delay("0.5 ms").receptor(receptor));
  }

  /** The cell that tires. */
  static NeuronModel cell() {
    return neuron("tiring-cell");
  }

  /** A neuron that is told beside this class. */
  static NeuronModel neuron(String name) {
    String file = name + ".neuron";
    try (InputStream in = Assemblies.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("resource '" + file + "' is missing");
      }
      return NeuronTexts.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
