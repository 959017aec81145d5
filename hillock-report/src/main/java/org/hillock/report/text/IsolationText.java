package org.hillock.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.hillock.lab.isolate.Isolation;
import org.hillock.lab.isolate.Isolation.Input;
import org.hillock.lab.isolate.Isolation.Response;

/** A neuron by itself, for the terminal. */
public final class IsolationText {

  /** Relative; sums of thousands of products in single precision stay below. */
  private static final double ROUNDING = 1e-4;

  private IsolationText() {}

  /** The text, each line ending in a line feed. */
  public static String of(Isolation i) {
    StringBuilder text = new StringBuilder(headline(i)).append('\n');
    if (!i.inputs().isEmpty()) {
      text.append('\n').append(table(i));
    }
    if (i.others() > 0) {
      text.append(WhyText.count(i.others(), "input"))
          .append(
              i.stopped()
                  ? " not reached, for it was stopped.\n"
                  : " that brought less not swept (--most).\n");
    }
    return text.toString().replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
  }

  private static String headline(Isolation i) {
    String name = neuron(i);
    StringBuilder text = new StringBuilder();
    text.append(name).append(" cut out of ").append(i.network());
    if (!Double.isNaN(i.atMs())) {
      text.append(", from ").append(ExplanationWords.time(i.fromMs()));
      text.append(" to ").append(ExplanationWords.time(i.atMs())).append(" ms");
    }
    text.append(".\nIn the network: ").append(told(i, i.within()));
    text.append(".\nAlone, with the same inputs: ").append(told(i, i.alone()));
    return text.append(".\nThe two are ").append(agreement(i)).append('.').toString();
  }

  private static String agreement(Isolation i) {
    if (i.same()) {
      return "the same to the bit";
    }
    double off = Math.abs(i.alone().sum() - i.within().sum());
    double size = Math.max(Math.abs(i.within().sum()), 1e-6);
    boolean asMany = !i.spiking() || i.alone().output() == i.within().output();
    return asMany && off <= ROUNDING * size
        ? "the same but for rounding, "
            + ExplanationWords.number(off, i.unit())
            + " (there it is added in single precision)"
        : "NOT the same";
  }

  private static String told(Isolation i, Response response) {
    String sum = "sum " + ExplanationWords.number(response.sum(), i.unit());
    return i.spiking()
        ? WhyText.count((int) response.output(), "spike") + ", at the end " + sum
        : sum + ", output " + NumberText.number(response.output());
  }

  private static String table(Isolation i) {
    Columns columns = new Columns();
    // at the end of a run a spiking neuron's potential says little; its spikes say all
    boolean sums = !i.spiking();
    boolean outputs = i.spiking() || i.inputs().stream().anyMatch(IsolationText::bent);
    List<String> head = new ArrayList<>(List.of("input"));
    if (i.spiking()) {
      head.add("arrivals");
    }
    if (outputs) {
      head.addAll(List.of((i.spiking() ? "spikes" : "output") + " without", "twice", "alone"));
    }
    if (sums) {
      head.addAll(List.of("sum without", "twice", "alone"));
    }
    columns.row(head);
    for (Input input : i.inputs()) {
      List<String> row = new ArrayList<>(List.of(name(input)));
      List<Response> all = List.of(input.without(), input.doubled(), input.only());
      if (i.spiking()) {
        row.add(NumberText.number(input.count()));
      }
      if (outputs) {
        all.forEach(r -> row.add(NumberText.number(r.output())));
      }
      if (sums) {
        all.forEach(r -> row.add(NumberText.number(r.sum())));
      }
      columns.row(row);
    }
    return columns.text();
  }

  /** Whether its output is another number than its sum. */
  private static boolean bent(Input input) {
    return java.util.stream.Stream.of(input.without(), input.doubled(), input.only())
        .anyMatch(r -> r.output() != r.sum());
  }

  private static String name(Input input) {
    boolean synapse = input.kind() == Term.Kind.SYNAPSE || input.kind() == Term.Kind.OPERATOR;
    String name = plain(input.name());
    return synapse || input.source().isEmpty() ? name : name + " (" + input.kind().word() + ")";
  }

  /** The neuron that was cut out, as people read it. */
  public static String neuron(Isolation i) {
    SiteRef site = i.site();
    return i.spiking() ? site.withVariable(Optional.empty()).toString() : plain(site.toString());
  }

  /** The name of an input as people read it. */
  public static String plain(String name) {
    return name.matches(".*\\.(value|spikes|sum)") ? CauseGroups.plain(SiteRef.parse(name)) : name;
  }
}
