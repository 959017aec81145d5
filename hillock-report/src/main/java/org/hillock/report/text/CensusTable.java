package org.hillock.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hillock.core.census.Amount;
import org.hillock.core.census.Answer;
import org.hillock.core.census.Census;
import org.hillock.core.census.CensusEntry;
import org.hillock.core.census.Definitions;
import org.hillock.core.census.Question;
import org.hillock.core.census.WeightSigns;
import org.hillock.core.facts.BrainSize;
import org.hillock.core.facts.PopularSlip;

/** A census for the terminal: entries side by side, a chart, how they compare, what was counted. */
public final class CensusTable {

  private CensusTable() {}

  /**
   * The text, each line ending in a line feed.
   *
   * @param width of the terminal in characters
   */
  public static String of(List<CensusEntry> entries, Definitions definitions, int width) {
    List<Census> all = entries.stream().map(e -> Census.of(e.architecture(), definitions)).toList();
    String drawn = table(entries, all) + "\n" + CensusPlot.of(all, width) + "\n";
    StringBuilder text = new StringBuilder();
    compared(text, all);
    ways(text, entries, all, definitions);
    told(text, all);
    if (all.stream().anyMatch(c -> c.architecture().name().equals(BrainSize.HUMAN.id()))) {
      slips(text);
    }
    counted(text, definitions);
    // control characters in a name must not steer the terminal
    return (drawn + wrapped(text.toString(), width)).replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
  }

  /** Long lines of prose go on in the next line, indented. */
  private static String wrapped(String text, int width) {
    StringBuilder all = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      String rest = line;
      String indent = line.startsWith(" ") ? "    " : "  ";
      while (rest.length() > width && rest.lastIndexOf(' ', width) > indent.length()) {
        int at = rest.lastIndexOf(' ', width);
        all.append(rest, 0, at).append('\n');
        rest = indent + rest.substring(at + 1);
      }
      all.append(rest).append('\n');
    }
    return all.substring(0, all.length() - 1);
  }

  private static String table(List<CensusEntry> entries, List<Census> all) {
    Columns columns = new Columns();
    columns.row(
        List.of("", "neurons", "synapses", "each", "parameters", "multiply-adds", "inhibitory"));
    for (int i = 0; i < all.size(); i++) {
      Census census = all.get(i);
      columns.row(
          List.of(
              census.architecture().name(),
              AmountText.brief(census.total().neurons()),
              AmountText.brief(census.total().synapses()),
              ratio(census.total().synapses(), census.total().neurons()),
              AmountText.brief(census.total().parameters()),
              AmountText.brief(census.total().multiplyAdds()),
              entries
                  .get(i)
                  .signs()
                  .filter(WeightSigns::any)
                  .map(s -> NumberText.percent(s.inhibitoryShare()))
                  .orElse("–")));
    }
    return columns.text();
  }

  private static String ratio(Amount synapses, Amount neurons) {
    return synapses.known() && neurons.known() && neurons.value() > 0
        ? NumberText.number(Math.rint(10.0 * synapses.value() / neurons.value()) / 10)
        : "–";
  }

  /** Each against the first. */
  private static void compared(StringBuilder text, List<Census> all) {
    Census first = all.getFirst();
    for (Census other : all.subList(1, all.size())) {
      List<String> parts = new ArrayList<>();
      part(parts, "neurons", other.total().neurons(), first.total().neurons());
      part(parts, "synapses", other.total().synapses(), first.total().synapses());
      if (!parts.isEmpty()) {
        String name = other.architecture().name();
        text.append(name).append(" beside ").append(first.architecture().name()).append(": ");
        text.append(String.join(", ", parts)).append(".\n");
      }
    }
    if (all.size() > 1) {
      text.append('\n');
    }
  }

  private static void part(List<String> parts, String what, Amount one, Amount other) {
    if (one.known() && other.known() && other.value() > 0 && one.value() > 0) {
      boolean ranged = one.most() > one.least() || other.most() > other.least();
      String range =
          ranged && one.least() > 0 && other.least() > 0
              ? " ("
                  + times((double) one.least() / other.most())
                  + " to "
                  + times((double) one.most() / other.least())
                  + ")"
              : "";
      double ratio = (double) one.value() / other.value();
      parts.add(times(ratio) + (ratio >= 0.1 ? " times" : "") + " the " + what + range);
    }
  }

  private static String times(double ratio) {
    return ratio >= 10
        ? NumberText.number(Math.rint(ratio))
        : ratio >= 0.1
            ? String.format(Locale.ROOT, "%.2f", ratio)
            : "1/" + NumberText.number(Math.rint(1 / ratio));
  }

  /** Neurons under each definition, where these differ. */
  private static void ways(
      StringBuilder text, List<CensusEntry> entries, List<Census> all, Definitions definitions) {
    for (int i = 0; i < all.size(); i++) {
      List<String> ways = new ArrayList<>();
      boolean differ = false;
      for (Answer way : Question.NEURONS.answers()) {
        Amount neurons =
            Census.of(entries.get(i).architecture(), definitions.with(way)).total().neurons();
        ways.add(way.word() + " " + AmountText.exact(neurons));
        differ |= !neurons.equals(all.get(i).total().neurons());
      }
      if (differ) {
        text.append("Neurons of ").append(all.get(i).architecture().name()).append(": ");
        text.append(String.join(", ", ways)).append(".\n");
      }
    }
  }

  private static void told(StringBuilder text, List<Census> all) {
    for (Census census : all) {
      String name = census.architecture().name();
      text.append('\n').append(name).append(": ").append(census.architecture().about());
      text.append(" (").append(census.architecture().source()).append(").\n");
      Amount shared = census.total().shared();
      if (shared.value() > 0) {
        line(text, AmountText.whole(shared.value()) + " parameters are used in two layers.");
      }
      range(text, "Neurons", census.total().neurons());
      range(text, "Synapses", census.total().synapses());
      if (census.total().products().value() > 0) {
        line(
            text,
            "Besides, "
                + AmountText.brief(census.total().products())
                + " products of values with values (attention, gates), which are no synapses.");
      }
      census.architecture().remarks().forEach(remark -> line(text, remark));
      census.uncounted().forEach(no -> line(text, "Not counted: " + no + "."));
    }
  }

  private static void range(StringBuilder text, String what, Amount amount) {
    if (amount.state() == Amount.State.ESTIMATE) {
      line(
          text,
          what
              + ": "
              + NumberText.number(amount.value())
              + ", between "
              + AmountText.range(amount).replace(" to ", " and ")
              + ".");
    }
  }

  private static void line(StringBuilder text, String line) {
    text.append("  ").append(line).append('\n');
  }

  private static void slips(StringBuilder text) {
    text.append("\nWhat popular texts say of the human brain, worked out:\n");
    for (PopularSlip slip : PopularSlip.ALL) {
      line(text, "\"" + slip.said() + "\": " + slip.why() + ".");
    }
  }

  private static void counted(StringBuilder text, Definitions definitions) {
    text.append("\nHow it is counted (each can be changed, see docs/census.md):\n");
    for (Question question : Question.values()) {
      Answer answer = definitions.to(question);
      line(text, "--" + question.word() + " " + answer.word() + ": " + answer.meaning() + ".");
    }
    line(
        text,
        "A synapse is one weight used at one place; parameters are distinct weights and biases;"
            + " multiply-adds are for one input.");
  }
}
