package org.hillock.app.verbs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hillock.app.facts.Catalogue;
import org.hillock.app.facts.CellFacts;
import org.hillock.app.facts.FactsText;
import org.hillock.app.facts.GraphFacts;
import org.hillock.app.facts.MechanismFacts;
import org.hillock.app.facts.MorphologyFacts;
import org.hillock.app.facts.NetworkFacts;
import org.hillock.app.facts.NeuronFacts;
import org.hillock.app.facts.SynapseFacts;
import org.hillock.app.output.DrawnFile;
import org.hillock.app.output.JsonText;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.network.SynapseRules;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.swc.SwcReader;
import org.hillock.formats.yaml.CellYaml;
import org.hillock.formats.yaml.MechanismFiles;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.formats.yaml.NeuronFiles;
import org.hillock.formats.yaml.SynapseFiles;
import org.hillock.lab.plasticity.RulePortrait;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.report.figure.RuleFigure;
import org.hillock.report.text.TextPlot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock info}: what is known of a network, a neuron model, a rule, an engine or data. */
@Command(
    name = "info",
    header = "Tells what is known of a network, neuron model, rule or data.",
    descriptionHeading = "%n",
    description = {
      "Tells what a network file holds and what it will cost in memory, how a cell with parts is"
          + " cut and what stands in it, what a neuron model, a channel, a learning rule or an"
          + " engine is, or what a data set holds.",
      "Of a rule of plastic synapses it also draws what it does: the change of a weight against the"
          + " time between two spikes and against their rate, or what a train of spikes brings.",
      "Alone it lists all neuron models, learning rules, mechanisms, rules of plastic synapses,"
          + " engines and data sets."
    },
    parameterListHeading = "%nSubject:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock info networks/digits-mlp.net.yaml",
      "  ./hillock info networks/cells/pyramidal.cell.yaml",
      "  ./hillock info lif-delta",
      "  ./hillock info stdp-pair --figure window.png",
      "  ./hillock info digits --json"
    })
public final class InfoVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description =
          "a network file, a cell (*.cell.yaml, *.swc), the text of a neuron, mechanism or"
              + " plastic synapse (*.neuron, *.mechanism, *.synapse), or a name such as lif-delta,"
              + " na-hh, stdp-pair, backpropagation, digits, idx:FOLDER")
  private @Nullable String name;

  @Option(
      names = "--figure",
      paramLabel = "FILE",
      description = "draws what a rule of plastic synapses does, as *.png or *.svg")
  private @Nullable String figure;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public InfoVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<SynapseText> rule = rule();
    if (rule.isPresent()) {
      return tell(rule.get());
    }
    if (figure != null) {
      throw new UsageException(
          "--figure",
          "draws what a rule of plastic synapses does, and "
              + (name == null ? "none is named" : "'" + name + "' is none")
              + "; "
              + NearestName.hint(name == null ? "" : name, SynapseRules.names()));
    }
    Map<String, Object> facts = name == null ? Catalogue.all() : facts(name);
    terminal.say(
        (json ? JsonText.of(JsonText.withPlainKeys(facts)) : FactsText.of(facts)).stripTrailing());
    return 0;
  }

  /** The rule of plastic synapses that is asked for, where it is one. */
  private Optional<SynapseText> rule() {
    if (name == null) {
      return Optional.empty();
    }
    if (name.endsWith(SynapseFiles.ENDING)) {
      return Optional.of(SynapseFiles.read(terminal.path("info", name)));
    }
    return SynapseRules.known(name)
        ? Optional.of(SynapseRules.named("info", name))
        : Optional.empty();
  }

  private int tell(SynapseText rule) {
    List<RulePortrait.Chart> charts = new RulePortrait(rule, Map.of()).charts();
    Map<String, Object> facts = SynapseFacts.of(rule);
    if (figure != null) {
      if (charts.isEmpty()) {
        throw new UsageException(
            "--figure",
            "of rule '"
                + rule.name()
                + "' there is nothing to draw: pairs of spikes"
                + " alone change no weight");
      }
      DrawnFile.write(terminal, new RuleFigure(rule.name(), charts), figure);
      facts.put("figure", figure);
    }
    if (json) {
      facts.put("charts", SynapseFacts.of(charts));
      terminal.say(JsonText.of(JsonText.withPlainKeys(facts)).stripTrailing());
      return 0;
    }
    StringBuilder text = new StringBuilder(FactsText.of(facts));
    charts.forEach(chart -> text.append('\n').append(TextPlot.of(chart)));
    terminal.say(text.toString().stripTrailing());
    return 0;
  }

  private Map<String, Object> facts(String wanted) {
    Optional<Map<String, Object>> known = Catalogue.find(wanted);
    if (known.isPresent()) {
      return known.get();
    }
    if (wanted.equals("digits") || wanted.startsWith("idx:")) {
      return Catalogue.of(DataChoice.open(terminal, wanted));
    }
    Path file = terminal.path("info", wanted);
    if (wanted.endsWith(NeuronFiles.ENDING)) {
      return NeuronFacts.of(NeuronFiles.read(file));
    }
    if (wanted.endsWith(CellYaml.ENDING)) {
      return CellFacts.of(CellYaml.read(file));
    }
    if (wanted.endsWith(MechanismFiles.ENDING)) {
      return MechanismFacts.of(MechanismFiles.read(file));
    }
    if (wanted.toLowerCase(Locale.ROOT).endsWith(OnnxFile.ENDING)) {
      return GraphFacts.of(OnnxFile.read(file));
    }
    if (wanted.toLowerCase(Locale.ROOT).endsWith(".swc")) {
      return MorphologyFacts.of(SwcReader.read(file));
    }
    if (Files.exists(file) || wanted.contains(".") || wanted.contains("/")) {
      return NetworkFacts.of(NetworkYaml.read(file));
    }
    throw new UsageException(
        "nothing is known of '"
            + wanted
            + "'; "
            + NearestName.hint(wanted, Catalogue.names())
            + " './hillock info' lists all names");
  }
}
