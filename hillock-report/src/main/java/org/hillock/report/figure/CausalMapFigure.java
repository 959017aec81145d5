package org.hillock.report.figure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.patch.CausalMap;
import org.hillock.report.text.NumberText;

/** How far patching each site brings the target from A to B: the sites that carry most. */
public record CausalMapFigure(CausalMap map) implements Drawable {

  private static final int MOST = 30;

  @Override
  public Figure at(double width) {
    List<CausalMap.Patch> ranked =
        map.patches().stream()
            .filter(p -> !Double.isNaN(p.share()))
            .sorted(Comparator.comparingDouble((CausalMap.Patch p) -> -Math.abs(p.share())))
            .limit(MOST)
            .toList();
    List<String> populations =
        map.patches().stream().map(CausalMap.Patch::population).distinct().toList();
    List<DotFigure.Row> rows =
        IntStream.range(0, ranked.size())
            .mapToObj(k -> row(ranked.get(k), populations.indexOf(ranked.get(k).population())))
            .toList();
    return new DotFigure(
            "Causal map",
            "How far each patched site brings " + map.target() + " from run A (0) to run B (1)",
            "of the way from A to B: " + map.target(),
            AxisDefinition.Scale.LINEAR,
            rows,
            List.of(new DotFigure.Reference("A", 0), new DotFigure.Reference("B", 1)))
        .at(width);
  }

  private static DotFigure.Row row(CausalMap.Patch p, int number) {
    double low = Math.min(0, p.share());
    double high = Math.max(0, p.share());
    return new DotFigure.Row(
        p.site(),
        number,
        Optional.of(new DotFigure.Dot(p.share(), low, high, List.of())),
        NumberText.percent(p.share()));
  }
}
