package org.hillock.app.verbs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hillock.app.output.DrawnFile;
import org.hillock.app.output.JsonText;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.census.Census;
import org.hillock.core.census.CensusEntry;
import org.hillock.core.census.Definitions;
import org.hillock.lab.census.BuiltInEntries;
import org.hillock.report.figure.SizeFigure;
import org.hillock.report.json.CensusJson;
import org.hillock.report.text.CensusLayers;
import org.hillock.report.text.CensusTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock census}: how large networks and brains are, counted in the same way. */
@Command(
    name = "census",
    header = "Counts neurons, synapses and parameters, beside brains.",
    descriptionHeading = "%n",
    description = {
      "Counts neurons, synapses (connections), parameters (distinct weights) and multiply-adds of"
          + " each ENTRY, side by side, layer by layer, and draws them on one logarithmic axis.",
      "ENTRY is a network file, an ONNX file, a safetensors file or a folder of some (only headers are read), a"
          + " config.json of Hugging Face, or a name: mlp-784-300-10, lenet-5, lenet-5-modern,"
          + " alexnet, alexnet-torchvision, vgg-16, resnet-50, gpt-2, gpt-3, worm, larva, fly,"
          + " mouse, human.",
      "What people differ about is chosen by the options of counting; the standard answer stands"
          + " first."
    },
    parameterListHeading = "%nSubjects:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock census gpt-3 human fly networks/digits-mlp.net.yaml",
      "  ./hillock census alexnet --padding all --bias synapse",
      "  ./hillock census gpt-2 gpt-3 --neurons hidden --json",
      "  ./hillock census resnet-50 mouse human --figure sizes.png"
    })
public final class CensusVerb implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(paramLabel = "ENTRY", arity = "1..*", description = "a name, a file or a folder")
  private List<String> names = List.of();

  @Mixin private final CountingOptions counting = new CountingOptions();

  @Option(names = "--layers", description = "also tells every layer; of one entry it always does")
  private boolean layers;

  @Option(
      names = "--weights",
      description = "reads all weights of large files for their signs, too")
  private boolean weights;

  @Option(
      names = "--figure",
      paramLabel = "FILE",
      description = "draws neurons and synapses of all entries, as *.png or *.svg")
  private @Nullable String figure;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public CensusVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Definitions definitions = counting.definitions();
    List<CensusEntry> entries = new ArrayList<>();
    for (String name : names) {
      entries.add(CensusSubject.of(terminal, name, weights));
    }
    if (figure != null) {
      List<SizeFigure.Sized> sized =
          entries.stream()
              .map(e ->
                  SizeFigure.Sized.of(
                      e.architecture().name(), Census.of(e.architecture(), definitions)))
              .toList();
      DrawnFile.write(terminal, new SizeFigure(sized, List.of()), figure);
    }
    terminal.say(json ? json(entries, definitions) : text(entries, definitions));
    return 0;
  }

  private static String json(List<CensusEntry> entries, Definitions definitions) {
    return JsonText.of(CensusJson.of(entries, definitions)).stripTrailing();
  }

  private String text(List<CensusEntry> entries, Definitions definitions) {
    StringBuilder text = new StringBuilder();
    text.append(CensusTable.of(entries, definitions, terminal.columns()));
    if (layers || entries.size() == 1) {
      for (CensusEntry entry : entries) {
        Census census = Census.of(entry.architecture(), definitions);
        text.append('\n').append(CensusLayers.of(census));
      }
    }
    if (figure != null) {
      text.append("\nfigure  ").append(figure).append('\n');
    }
    return text.toString().stripTrailing();
  }

  /** Names that can be asked for. */
  static List<String> known() {
    return BuiltInEntries.names();
  }
}
