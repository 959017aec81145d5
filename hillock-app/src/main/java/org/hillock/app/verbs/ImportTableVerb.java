package org.hillock.app.verbs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hillock.app.output.JsonText;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.Provenance;
import org.hillock.core.network.Values;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.formats.connectome.Connectome;
import org.hillock.formats.connectome.ConnectomeNetwork;
import org.hillock.formats.connectome.ConnectomeReader;
import org.hillock.formats.connectome.TableRequest;
import org.hillock.formats.yaml.NeuronFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verb {@code import}, of tables: a network of a table of synapses. */
@Command(
    name = "table",
    header = "Makes a network file of a table of synapses.",
    descriptionHeading = "%n",
    description = {
      "Each row is a synapse, or a bundle of them, between two neurons that it names; the neurons of"
          + " the network keep these names. The sign comes from a column, from the transmitter of the"
          + " row or of its neuron, or from the weight.",
      "What cannot be taken as it stands (neurons that the table of neurons does not name, rows with"
          + " the same ends, signs that say nothing) is told with its number and examples."
    },
    parameterListHeading = "%nTable:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {ImportTableVerb.EXAMPLE, ImportTableVerb.EXAMPLE_ELECTRICAL})
public final class ImportTableVerb implements Callable<Integer> {

  static final String EXAMPLE =
      "  ./hillock import table networks/tables/swimmer.csv --columns pre=from,post=to,weight=count"
          + " --where kind=chemical --neurons networks/tables/swimmer-neurons.csv --neuron-columns"
          + " name=cell,transmitter=releases --neuron lif-exp --weight 150pA --to"
          + " hillock-out/swimmer.net.yaml";
  static final String EXAMPLE_ELECTRICAL =
      "  ./hillock import table networks/tables/swimmer.csv --columns pre=from,post=to,weight=count"
          + " --electrical kind=electrical --neurons networks/tables/swimmer-neurons.csv"
          + " --neuron-columns name=cell,transmitter=releases --neuron"
          + " networks/tables/graded.neuron --weight 0.2nS --conductance 0.1nS --to"
          + " hillock-out/swimmer-graded.net.yaml";

  private final Terminal terminal;

  @Parameters(
      paramLabel = "EDGES",
      description = "CSV or Parquet file with a row for each synapse, or bundle of synapses")
  private String edges = "";

  @Mixin private TableOptions tables = new TableOptions();

  @Option(
      names = "--neuron",
      paramLabel = "MODEL",
      required = true,
      description =
          "what every neuron is: a neuron model such as lif-exp or threshold-linear, or a file"
              + " (*.neuron)")
  private String neuron = "";

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "a parameter of the model, such as tau_m=20ms; may be repeated")
  private Map<String, String> params = new LinkedHashMap<>();

  @Option(
      names = "--bias",
      paramLabel = "VALUE",
      description = "bias of all neurons, such as 300pA; standard: none")
  private @Nullable String bias;

  @Option(
      names = "--weight",
      paramLabel = "VALUE",
      required = true,
      description = "a synapse of weight 1 in the table, with the model's unit: 10pA, 0.1mV, 0.05")
  private String weight = "";

  @Option(
      names = "--conductance",
      paramLabel = "VALUE",
      description = "an electrical synapse of weight 1 in the table, such as 0.1nS")
  private @Nullable String conductance;

  @Option(
      names = "--delay",
      paramLabel = "TIME",
      description =
          "of chemical synapses; standard: 1ms, or 1 pass where the model has no time of its own")
  private @Nullable String delay;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "of the network; standard: that of the table")
  private @Nullable String name;

  @Option(
      names = "--population",
      paramLabel = "NAME",
      defaultValue = "neurons",
      description = "what the neurons are called together; standard: ${DEFAULT-VALUE}")
  private String population = "neurons";

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the network; standard: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--to",
      paramLabel = "FILE.net.yaml",
      required = true,
      description = "where the network is written; nothing may be there yet")
  private String to = "";

  @Option(names = "--json", description = "tells what was read as JSON")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  ImportTableVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    NewNetworkFile target = NewNetworkFile.at(terminal, "--to", to);
    TableRequest request = tables.request(terminal, edges);
    ConnectomeNetwork making = making();
    Connectome read = ConnectomeReader.read(request);
    Network network = making.of(read);
    target.write(network);
    ImportTold told = new ImportTold(read, network, to);
    terminal.say(json ? JsonText.of(told.facts()).stripTrailing() : told.text().stripTrailing());
    return 0;
  }

  private ConnectomeNetwork making() {
    NeuronModel model =
        neuron.endsWith(NeuronFiles.ENDING)
            ? NeuronFiles.read(terminal.path("--neuron", neuron))
            : NeuronModels.named("--neuron", neuron);
    if (!model.takesSynapses()) {
      throw new UsageException("--neuron", "neurons of model '" + neuron + "' take no synapses");
    }
    boolean timed = model.equations().isPresent();
    Map<String, Values> values = new LinkedHashMap<>();
    params.forEach((key, value) -> values.put(key, constant("--param " + key, value)));
    String file = String.valueOf(Path.of(edges).getFileName());
    return new ConnectomeNetwork(
        Optional.ofNullable(name).orElse(file.replaceFirst("\\.[^.]*(\\.gz)?$", "")),
        population,
        model,
        values,
        Optional.ofNullable(bias).map(b -> constant("--bias", b)),
        quantity("--weight", weight),
        Optional.ofNullable(conductance).map(c -> quantity("--conductance", c)),
        Optional.of(
            delay != null
                ? quantity("--delay", delay)
                : timed ? Quantity.of(1, "ms") : Quantity.of(1)),
        seed,
        new Provenance(
            "Connectome of " + file + " as neurons of model " + model.name(),
            "",
            List.of("imported from " + file)));
  }

  private static Values constant(String option, String text) {
    return new Values.Constant(quantity(option, text));
  }

  private static Quantity quantity(String option, String text) {
    try {
      return Quantity.parse(text);
    } catch (UsageException e) {
      throw new UsageException(option, String.valueOf(e.getMessage()));
    }
  }
}
