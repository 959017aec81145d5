package org.hillock.lab.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.SiteRef;
import org.hillock.lab.analysis.Moments;
import org.hillock.lab.bench.Activity;

/** Populations that could fire and do not, in a whole run. */
final class SilenceCheck implements Check {

  private static final String RATE = "mean rate";

  /** Doublings of the drive that is tried. */
  private static final int MOST_TRIES = 12;

  private static final double START = 0.1;

  @Override
  public Sign sign() {
    return Sign.SILENT;
  }

  @Override
  public void look(Watched watched, Population p, Chart chart) {
    Activity activity = watched.activity();
    if (activity.spikes(p.name()).isEmpty()) {
      chart.impossible(
          sign(), p.name(), "it does not speak in spikes; 'dead' asks the same of numbers");
      return;
    }
    Evidence rate = Evidence.of(RATE, rate(activity, p), "Hz", 0, false);
    chart.measured(sign(), p.name(), rate);
    if (rate.isFinding()) {
      chart.found(
          Finding.ofAll(sign(), p.name(), p.size(), rate, cause(watched, p), tried(watched, p)));
    }
  }

  private static double rate(Activity activity, Population p) {
    return Moments.mean(activity.levels(p.name()));
  }

  private static String cause(Watched watched, Population p) {
    StringBuilder told = new StringBuilder();
    Optional<Network> network = watched.network();
    if (network.isEmpty()) {
      return "what reaches it is not described";
    }
    InputBudget budget = InputBudget.of(network.get(), watched.activity(), p);
    told.append(p.name()).append(" gets ").append(budget.told());
    Threshold.of(watched, p).ifPresent(t -> told.append("; ").append(t.told()));
    List<String> silent = new ArrayList<>();
    for (Projection in : network.get().into(p.name())) {
      boolean nothing =
          java.util.Arrays.stream(watched.activity().levels(in.from())).allMatch(v -> v == 0);
      if (nothing && !in.from().equals(p.name()) && !silent.contains(in.from())) {
        silent.add(in.from());
      }
    }
    if (!silent.isEmpty()) {
      told.append("; silent itself: ").append(String.join(", ", silent));
    }
    return told.toString();
  }

  private static List<Remedy> tried(Watched watched, Population p) {
    List<Remedy> all = new ArrayList<>();
    Optional<Network> network = watched.network();
    if (network.isEmpty()) {
      return all;
    }
    InputBudget budget = InputBudget.of(network.get(), watched.activity(), p);
    for (InputBudget.Entry entry : budget.entries()) {
      if (entry.millivolts() < 0 && !entry.projection().isEmpty()) {
        Activity without =
            watched.with(new Intervention.Lesion(entry.projection(), Intervention.Window.ALWAYS));
        double rate = rate(without, p);
        all.add(
            new Remedy(
                "without projection " + entry.projection(), RATE, 0, rate, "Hz", rate > 0, ""));
      }
    }
    if (p.model().biasDimension().isPresent() && all.stream().noneMatch(Remedy::helps)) {
      all.add(driven(watched, p));
    }
    return all;
  }

  /** The least drive of a series of doublings that makes it fire. */
  private static Remedy driven(Watched watched, Population p) {
    String unit = org.hillock.core.wiring.Parameters.biasUnit(p).toString();
    double amount = unit.equals("pA") ? 100 * START : START;
    double rate = 0;
    for (int i = 0; i < MOST_TRIES && rate == 0; i++) {
      amount *= 2;
      SiteRef all = new SiteRef(p.name(), List.of(), java.util.Map.of(), Optional.empty());
      rate =
          rate(
              watched.with(new Intervention.Stimulate(all, amount, Intervention.Window.ALWAYS)), p);
    }
    return new Remedy(
        Numbered.of(amount) + " " + unit + " more bias for " + p.name(),
        RATE,
        0,
        rate,
        "Hz",
        rate > 0,
        "");
  }
}
