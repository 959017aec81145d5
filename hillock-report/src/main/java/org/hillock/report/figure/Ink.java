package org.hillock.report.figure;

import java.util.List;
import java.util.Locale;

/**
 * What a colour is for. The eight of a series are those of Okabe and Ito (2008), told apart with
 * every common kind of colour blindness; yellow is darkened on white, all are lifted on black.
 */
public enum Ink {
  PAPER("#ffffff", "#15181d"),
  TEXT("#1b1f24", "#e9ebee"),
  MUTED("#59626d", "#a6aeb8"),
  AXIS("#8b939d", "#79818c"),
  GRID("#e4e7eb", "#2b3037"),
  BOX("#f4f6f8", "#20252c"),
  RIGHT("#00795a", "#35c79c"),
  WRONG("#c04a00", "#ff8f4d"),
  SERIES_1("#0072b2", "#5bb0e6"),
  SERIES_2("#d55e00", "#f08a4b"),
  SERIES_3("#009e73", "#3cc9a0"),
  SERIES_4("#b5568d", "#e09cc4"),
  SERIES_5("#c48400", "#f0b429"),
  SERIES_6("#3a8fc4", "#8fd0f7"),
  SERIES_7("#4d4d4d", "#c9cdd2"),
  SERIES_8("#8f8400", "#f0e442");

  private static final List<Ink> SERIES =
      List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6, SERIES_7, SERIES_8);

  private final String light;
  private final String dark;

  Ink(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  /** The ink of the series with that number, from 0; the ninth takes the first again. */
  public static Ink series(int number) {
    return SERIES.get(Math.floorMod(number, SERIES.size()));
  }

  /** Its colour on white, {@code #rrggbb}. */
  public String light() {
    return light;
  }

  /** Its colour on a dark page, {@code #rrggbb}. */
  public String dark() {
    return dark;
  }

  /** The CSS custom property that holds it in a page. */
  public String property() {
    return "--ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
