package org.hillock.core.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.transmitter.Action;
import org.hillock.core.transmitter.ReceptorKind;
import org.hillock.core.transmitter.Transmitter;
import org.hillock.core.transmitter.Transmitters;

/**
 * Where a transmitter acts on a neuron: at the model's receptors that bear the name of one that it
 * binds to, or its own name; where there are none, at {@code excitatory} or {@code inhibitory} by
 * the transmitter's usual fast sign.
 *
 * @param path of the projection
 */
record ReceptorChoice(String path, Transmitter transmitter, Population target) {

  /**
   * The names of the receptors, at least one; of receptors that are one variable of the neuron, the
   * first.
   *
   * @throws UsageException where the target has none
   */
  List<String> receptors() {
    List<String> hearing = new ArrayList<>();
    Set<String> ports = new HashSet<>();
    for (Receptor receptor : target.model().receptors()) {
      if (transmitter.bindsTo(receptor.name()) && ports.add(receptor.port())) {
        hearing.add(receptor.name());
      }
    }
    if (!hearing.isEmpty()) {
      return hearing;
    }
    return usual()
        .filter(name -> target.model().receptor(name).isPresent())
        .map(List::of)
        .orElseThrow(() -> new UsageException(path + ".transmitter", none()));
  }

  private Optional<String> usual() {
    return transmitter.fastSign().map(sign -> sign == Action.EXCITES ? "excitatory" : "inhibitory");
  }

  private String none() {
    List<String> names = target.model().receptors().stream().map(Receptor::name).toList();
    return "neurons of model '"
        + target.model().name()
        + "' (population '"
        + target.name()
        + "') have no receptor for '"
        + transmitter.name()
        + "', which binds to "
        + String.join(", ", transmitter.receptors())
        + usual()
            .map(sign -> " and, by its usual sign, acts at '" + sign + "'")
            .orElse(" and has no usual sign")
        + "; they have "
        + String.join(", ", names)
        + nearest(names);
  }

  private String nearest(List<String> names) {
    for (String name : names) {
      Optional<String> meant = NearestName.of(name, transmitter.receptors());
      if (meant.isPresent()) {
        return ": is '" + name + "' meant to be '" + meant.get() + "'?";
      }
    }
    return ": name the one that it shall act at as 'receptor'";
  }

  /**
   * Checks a receptor that the projection names itself.
   *
   * @throws UsageException where it is one of another transmitter
   */
  void check(String receptor) {
    if (transmitter.bindsTo(receptor)) {
      return;
    }
    Transmitters catalogue = Transmitters.shipped();
    Optional<ReceptorKind> kind = catalogue.receptor(receptor);
    List<String> binding =
        kind.map(k -> catalogue.of(k).stream().map(Transmitter::name).toList())
            .or(() -> catalogue.find(receptor).map(t -> List.of(t.name())))
            .orElse(List.of());
    if (!binding.isEmpty()) {
      throw new UsageException(
          path + ".transmitter",
          "'"
              + transmitter.name()
              + "' does not bind to receptor '"
              + receptor
              + "', which takes "
              + String.join(", ", binding)
              + "; it binds to "
              + String.join(", ", transmitter.receptors()));
    }
  }
}
