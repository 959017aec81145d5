package org.hillock.app.verbs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hillock.app.facts.Catalogue;
import org.hillock.app.facts.CellFacts;
import org.hillock.app.facts.FactsText;
import org.hillock.app.facts.MechanismFacts;
import org.hillock.app.facts.MorphologyFacts;
import org.hillock.app.facts.NetworkFacts;
import org.hillock.app.facts.NeuronFacts;
import org.hillock.app.output.JsonText;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.swc.SwcReader;
import org.hillock.formats.yaml.CellYaml;
import org.hillock.formats.yaml.MechanismFiles;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.formats.yaml.NeuronFiles;
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
      "Alone it lists all neuron models, learning rules, mechanisms, engines and data sets."
    },
    parameterListHeading = "%nSubject:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock info networks/digits-mlp.net.yaml",
      "  ./hillock info networks/cells/pyramidal.cell.yaml",
      "  ./hillock info lif-delta",
      "  ./hillock info digits --json"
    })
public final class InfoVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description =
          "a network file, a cell (*.cell.yaml, *.swc), a neuron's or mechanism's text (*.neuron,"
              + " *.mechanism), or a name such as lif-delta, na-hh, backpropagation, digits,"
              + " idx:FOLDER")
  private @Nullable String name;

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
    Map<String, Object> facts = name == null ? Catalogue.all() : facts(name);
    terminal.say(
        (json ? JsonText.of(JsonText.withPlainKeys(facts)) : FactsText.of(facts)).stripTrailing());
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
