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
  SERIES_8("#8f8400", "#f0e442"),
  SHADE_0("#0d0887", "#8a6ec3"),
  SHADE_1("#21068f", "#9066c5"),
  SHADE_2("#350598", "#955ec4"),
  SHADE_3("#4903a0", "#9b57c3"),
  SHADE_4("#5a03a3", "#a24fc2"),
  SHADE_5("#6a03a5", "#a84dbd"),
  SHADE_6("#7a03a8", "#af4eb6"),
  SHADE_7("#880ba3", "#b74fae"),
  SHADE_8("#96159d", "#be51a5"),
  SHADE_9("#a41f98", "#c5549a"),
  SHADE_10("#b02a8f", "#cd598e"),
  SHADE_11("#bc3686", "#d45e82"),
  SHADE_12("#c7427c", "#da6376"),
  SHADE_13("#d04e73", "#e16a69"),
  SHADE_14("#d95a6a", "#e8715b"),
  SHADE_15("#e16661", "#ed7d51"),
  SHADE_16("#e87258", "#f38a48"),
  SHADE_17("#ee7f4f", "#f8983f"),
  SHADE_18("#f58d46", "#faa737"),
  SHADE_19("#f99b3d", "#fcb62f"),
  SHADE_20("#faaa35", "#fcc528"),
  SHADE_21("#fcb92d", "#f8d625"),
  SHADE_22("#fbc927", "#f4e823"),
  SHADE_23("#f7db25", "#f0f921");

  private static final List<Ink> SERIES =
      List.of(SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5, SERIES_6, SERIES_7, SERIES_8);

  /** How many shades there are from low to high. */
  public static final int SHADES = 24;

  private static final List<Ink> RAMP =
      List.of(values()).subList(SHADE_0.ordinal(), values().length);

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

  /**
   * The shade of a value on a scale, dark and cold at the low end, bright and warm at the high end.
   *
   * @param share 0 for the low end, 1 for the high end; beyond them the end's shade
   */
  public static Ink shade(double share) {
    return RAMP.get(shadeNumber(share));
  }

  /** The number of that shade, from 0 to {@link #SHADES} - 1. */
  public static int shadeNumber(double share) {
    return (int) Math.clamp(Math.floor(share * SHADES), 0, SHADES - 1);
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
