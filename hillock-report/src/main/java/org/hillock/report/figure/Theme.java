package org.hillock.report.figure;

/** Where the colours of an SVG come from. */
public enum Theme {
  /** Written out, for white paper. */
  LIGHT {
    @Override
    String colour(Ink ink) {
      return ink.light();
    }
  },
  /** Written out, for a dark background. */
  DARK {
    @Override
    String colour(Ink ink) {
      return ink.dark();
    }
  },
  /** Left to the CSS custom properties of the page around it; see {@link #properties}. */
  PAGE {
    @Override
    String colour(Ink ink) {
      return "var(" + ink.property() + ")";
    }
  };

  abstract String colour(Ink ink);

  /** Declarations of every {@linkplain Ink#property property}, for a CSS rule. */
  public static String properties(boolean dark) {
    StringBuilder css = new StringBuilder();
    for (Ink ink : Ink.values()) {
      css.append(ink.property()).append(':').append(dark ? ink.dark() : ink.light()).append(';');
    }
    return css.toString();
  }
}
