package org.hillock.report.text;

import java.util.List;
import java.util.Map;
import org.hillock.core.session.Recording;
import org.hillock.core.session.SiteRef;
import org.hillock.lab.bench.Seen;

/** What was recorded, for a person. */
public final class RecordingText {

  /** Letters of a site that are shown. */
  private static final int LONGEST = 40;

  private RecordingText() {}

  /**
   * A line for each site.
   *
   * @param length of the run in ms, or passes
   */
  public static String of(Map<SiteRef, Recording> kept, double length) {
    Columns table = new Columns();
    table.row(List.of("site", "rows", "neurons", "least", "mean", "most"));
    kept.forEach((site, recording) -> {
      Seen seen = Seen.of(recording, length);
      String unit = seen.unit().isEmpty() ? "" : " " + seen.unit();
      boolean any = seen.rows() > 0;
      table.row(
          List.of(
              shown(site),
              NumberText.number(seen.rows()),
              seen.inSpikes()
                  ? NumberText.number(seen.neurons()) + " fired"
                  : NumberText.number(seen.neurons()),
              any
                  ? (seen.inSpikes() ? "first " : "") + NumberText.number(seen.least()) + unit
                  : "–",
              any ? NumberText.number(seen.mean()) + (seen.inSpikes() ? " Hz" : unit) : "–",
              any
                  ? (seen.inSpikes() ? "last " : "") + NumberText.number(seen.most()) + unit
                  : "–"));
    });
    return table.text();
  }

  /** The site, or of one that lists many neurons how many they are. */
  private static String shown(SiteRef site) {
    String whole = site.toString();
    if (whole.length() <= LONGEST) {
      return whole;
    }
    long neurons = site.neurons().stream().mapToLong(r -> (long) r.last() - r.first() + 1).sum();
    return site.owner()
        + "["
        + site.neurons().getFirst()
        + ", … "
        + neurons
        + " neurons]"
        + site.variable().map(v -> "." + v).orElse("");
  }
}
