package org.hillock.app.verbs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hillock.app.facts.FactsText;
import org.hillock.app.facts.IonFacts;
import org.hillock.app.output.DrawnFile;
import org.hillock.app.output.JsonText;
import org.hillock.app.terminal.Terminal;
import org.hillock.core.cell.Concentration.Side;
import org.hillock.core.cell.Ion;
import org.hillock.core.cell.Rest;
import org.hillock.core.cell.RestPreset;
import org.hillock.core.cell.Temperature;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.report.figure.RestFigure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hillock ions}: where a membrane rests and why. */
@Command(
    name = "ions",
    header = "Tells where a membrane rests, and what moves with its ions.",
    descriptionHeading = "%n",
    description = {
      "Prints the concentrations of a cell's ions, their Nernst potentials, the resting potential"
          + " (Goldman, Hodgkin and Katz), and how far it moves with each concentration.",
      "CELL is mammalian-neuron (the usual one) or squid-axon. With something changed, it tells"
          + " what lies elsewhere now."
    },
    parameterListHeading = "%nSubject:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./hillock ions",
      "  ./hillock ions squid-axon --set k.out=40mM --celsius 6.3",
      "  ./hillock ions --permeability na=20",
      "  ./hillock ions --figure rest.png"
    })
public final class IonsVerb implements Callable<Integer> {

  private static final Unit MM = Unit.parse("mM");

  private final Terminal terminal;

  @Parameters(
      paramLabel = "CELL",
      arity = "0..1",
      defaultValue = "mammalian-neuron",
      description = "mammalian-neuron or squid-axon")
  private String cell = "";

  @Option(
      names = "--set",
      paramLabel = "ION.SIDE=VALUE",
      description = "another concentration, such as k.out=10mM or cl.in=30mM; may be repeated")
  private Map<String, String> concentrations = Map.of();

  @Option(
      names = "--permeability",
      paramLabel = "ION=NUMBER",
      split = ",",
      description =
          "other permeabilities, such as k=1,na=0.04,cl=0.45: only ratios matter, 0 lets nothing"
              + " pass, ions that are not named stay")
  private Map<String, String> permeabilities = Map.of();

  @Option(
      names = "--celsius",
      paramLabel = "DEGREES",
      description = "another temperature, 0 to 60 degrees Celsius")
  private @Nullable Double celsius;

  @Option(
      names = "--figure",
      paramLabel = "FILE",
      description =
          "draws rest and Nernst potentials against the potassium outside, as *.png or *.svg")
  private @Nullable String figure;

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "shows this help")
  private boolean help;

  public IonsVerb(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RestPreset preset = RestPreset.named(cell);
    Rest rest = changed(preset.rest());
    Map<String, Object> facts = new LinkedHashMap<>(IonFacts.of(preset, rest));
    if (figure != null) {
      DrawnFile.write(terminal, new RestFigure(rest, preset.name()), figure);
      facts.put("figure", figure);
    }
    terminal.say(
        (json ? JsonText.of(JsonText.withPlainKeys(facts)) : FactsText.of(facts)).stripTrailing());
    return 0;
  }

  private Rest changed(Rest preset) {
    Rest rest = preset;
    List<Ion> known = preset.concentrations().ions();
    for (Map.Entry<String, String> each : concentrations.entrySet()) {
      String option = "--set " + each.getKey() + "=" + each.getValue();
      int dot = each.getKey().indexOf('.');
      if (dot < 0) {
        throw new UsageException(option, "say of which side: such as k.out=10mM or k.in=140mM");
      }
      Ion ion = Ion.named(option, each.getKey().substring(0, dot), known);
      Side side = side(option, each.getKey().substring(dot + 1));
      double mm = quantity(option, each.getValue(), MM);
      rest = rest.with(ion, side, mm);
    }
    if (celsius != null) {
      rest = rest.with(Temperature.of("--celsius", celsius));
    }
    for (Map.Entry<String, String> each : permeabilities.entrySet()) {
      String option = "--permeability " + each.getKey() + "=" + each.getValue();
      Ion ion = Ion.named(option, each.getKey(), known);
      rest = rest.with(ion, quantity(option, each.getValue(), Unit.NONE));
    }
    return rest;
  }

  private static Side side(String option, String word) {
    for (Side side : Side.values()) {
      if (side.word().equals(word) || side.name().toLowerCase(Locale.ROOT).equals(word)) {
        return side;
      }
    }
    List<String> words = List.of("in", "out");
    throw new UsageException(
        option, "'" + word + "' is no side of a membrane; " + NearestName.hint(word, words));
  }

  private static double quantity(String option, String text, Unit unit) {
    try {
      return Quantity.parse(text).in(unit);
    } catch (UsageException e) {
      throw new UsageException(option, String.valueOf(e.getMessage()));
    }
  }
}
