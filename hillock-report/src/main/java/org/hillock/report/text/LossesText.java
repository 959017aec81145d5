package org.hillock.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.lab.convert.TwinLosses;
import org.hillock.lab.convert.TwinLosses.OfPopulation;
import org.hillock.lab.convert.TwinLosses.Part;

/** What a network loses when it is converted to spikes, for the terminal. */
public final class LossesText {

  private LossesText() {}

  /** In which population the error enters and why, then all numbers. */
  public static String of(TwinLosses losses) {
    StringBuilder text = new StringBuilder();
    text.append("Spiking twin of ").append(losses.network()).append(": the same answer on ");
    text.append(NumberText.percent(losses.agreement())).append(" of ");
    text.append(NumberText.number(losses.images())).append(" images, each shown for ");
    text.append(NumberText.number(losses.windowMs())).append(" ms.\n");
    Optional<OfPopulation> entry = losses.entry();
    if (entry.isEmpty()) {
      text.append("No population errs by more than ");
      text.append(NumberText.percent(TwinLosses.ENTERS)).append(" of its mean value by itself.\n");
    } else {
      text.append("The error enters in ").append(sentence(entry.get()));
      OfPopulation worst = losses.worst();
      if (!worst.population().equals(entry.get().population())) {
        text.append("Most is added in ").append(sentence(worst));
      }
    }
    text.append('\n').append(table(losses));
    text.append("in spikes per ms, mean sizes over neurons and images; 'own' is all that is not");
    text.append(" inherited\n");
    return text.toString();
  }

  private static String sentence(OfPopulation p) {
    Part cause = p.cause();
    double size = p.sizes().getOrDefault(cause, 0.0);
    StringBuilder text = new StringBuilder(p.population());
    text.append(": ").append(AnalysisText.number(p.own())).append(" spikes per ms of its own");
    text.append(" where ").append(AnalysisText.number(p.meanValue())).append(" are meant, mostly ");
    text.append(cause.word()).append(" (").append(AnalysisText.number(size)).append("): ");
    text.append(cause.meaning()).append(".\n");
    if (p.dead() > 0 || p.full() > 0) {
      text.append("  ");
      text.append(NumberText.number(p.dead())).append(" of its ");
      text.append(NumberText.number(p.neurons()));
      text.append(" neurons stand for something and never fire; ");
      text.append(NumberText.number(p.full()))
          .append(" would have to fire more than once a step for some image.\n");
    }
    return text.toString();
  }

  private static String table(TwinLosses losses) {
    Columns columns = new Columns();
    List<String> head = new ArrayList<>(List.of("population", "meant", "said", "error", "own"));
    for (Part part : Part.values()) {
      head.add(part.word());
    }
    head.addAll(List.of("never fire", "full"));
    columns.row(head);
    for (OfPopulation p : losses.populations()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  p.population(),
                  AnalysisText.number(p.meanValue()),
                  AnalysisText.number(p.meanRate()),
                  AnalysisText.number(p.error()),
                  AnalysisText.number(p.own())));
      for (Part part : Part.values()) {
        row.add(AnalysisText.number(p.sizes().getOrDefault(part, 0.0)));
      }
      row.add(NumberText.number(p.dead()));
      row.add(NumberText.number(p.full()));
      columns.row(row);
    }
    return columns.text();
  }
}
