package org.hillock.app.verbs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.formats.connectome.Connectome;

/** What is told of tables that became a network. */
record ImportTold(Connectome read, Network network, String to) {

  private static final String GRADED =
      "Most cells of small animals such as C. elegans are graded: they send by how far they are"
          + " depolarised, without spikes. This model makes spikes of them all.";

  private Population population() {
    return network.populations().values().iterator().next();
  }

  /** For a person. */
  String text() {
    Connectome.Edges chemical = read.chemical();
    long exciting = chemical.positive();
    StringBuilder text = new StringBuilder();
    text.append(network.name())
        .append(": ")
        .append(number(read.neurons().size()))
        .append(" neurons of model ")
        .append(population().neuron())
        .append('\n')
        .append("  chemical synapses    ")
        .append(number(chemical.count()))
        .append(" (")
        .append(number(exciting))
        .append(" excite, ")
        .append(number(chemical.count() - exciting))
        .append(" inhibit)\n")
        .append("  electrical synapses  ")
        .append(number(read.electrical().count()))
        .append(read.electrical().count() > 0 ? " (one for each direction)\n" : "\n");
    text.append("\nOf the tables:\n");
    for (Connectome.Notice n : read.notices()) {
      text.append(String.format(Locale.ROOT, "  %,11d  %s", n.count(), n.what()));
      if (!n.examples().isEmpty()) {
        text.append(": ").append(String.join(", ", n.examples()));
      }
      text.append('\n');
    }
    if (population().model().family() == NeuronModel.Family.SPIKING) {
      text.append('\n').append(GRADED).append('\n');
    }
    return text.append("\nWritten: ")
        .append(to)
        .append(
            population().names().isEmpty()
                ? ""
                : "; its neurons go by name: "
                    + population().name()
                    + "["
                    + population().names().all().getFirst()
                    + "]")
        .append('\n')
        .toString();
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** The same for a program. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("network", network.name());
    facts.put("neurons", read.neurons().size());
    facts.put("model", population().neuron());
    facts.put("chemical_synapses", read.chemical().count());
    facts.put("exciting", read.chemical().positive());
    facts.put("electrical_synapses", read.electrical().count());
    facts.put("notices", read.notices().stream().map(ImportTold::fact).toList());
    facts.put("written", to);
    return facts;
  }

  private static Map<String, Object> fact(Connectome.Notice notice) {
    Map<String, Object> fact = new LinkedHashMap<>();
    fact.put("what", notice.what());
    fact.put("count", notice.count());
    fact.put("examples", notice.examples());
    return fact;
  }
}
