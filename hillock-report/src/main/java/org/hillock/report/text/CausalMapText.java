package org.hillock.report.text;

import java.util.Comparator;
import java.util.List;
import org.hillock.lab.patch.CausalMap;

/** A causal map, for a person. */
public final class CausalMapText {

  private static final int MOST = 20;
  private static final int BAR = 20;

  private CausalMapText() {}

  /** The target, then the sites that carry most. */
  public static String of(CausalMap map) {
    StringBuilder text = new StringBuilder();
    String unit = map.unit().isEmpty() ? "" : " " + map.unit();
    text.append(map.target())
        .append(": ")
        .append(NumberText.number(map.inA()))
        .append(unit)
        .append(" in A, ")
        .append(NumberText.number(map.inB()))
        .append(unit)
        .append(" in B\n\n");
    List<CausalMap.Patch> ranked =
        map.patches().stream()
            .sorted(Comparator.comparingDouble(CausalMapText::size).reversed())
            .toList();
    Columns table = new Columns();
    table.row(List.of("patched", "neurons", "differ", "target", "of the way A → B", ""));
    for (CausalMap.Patch p : ranked.subList(0, Math.min(MOST, ranked.size()))) {
      table.row(
          List.of(
              p.site(),
              NumberText.number(p.neurons().length),
              NumberText.number(p.differing()),
              NumberText.number(p.value()) + unit,
              Double.isNaN(p.share()) ? "–" : NumberText.percentAligned(p.share()),
              bar(p.share())));
    }
    text.append(table.text());
    if (ranked.size() > MOST) {
      text.append("… ").append(ranked.size() - MOST).append(" sites more\n");
    }
    long idle = ranked.stream().filter(p -> p.value() == map.inA()).count();
    if (idle > 0) {
      text.append(NumberText.number(idle))
          .append(idle == 1 ? " patch" : " patches")
          .append(" changed nothing of the target.\n");
    }
    return text.append("Runs: ").append(NumberText.number(map.runs())).append('\n').toString();
  }

  private static double size(CausalMap.Patch p) {
    return Double.isNaN(p.share()) ? 0 : Math.abs(p.share());
  }

  private static String bar(double share) {
    if (Double.isNaN(share)) {
      return "";
    }
    String blocks = "█".repeat((int) Math.round(Math.min(1, Math.abs(share)) * BAR));
    return (share < 0 ? "−" : "") + blocks + " ".repeat(BAR - blocks.length());
  }
}
