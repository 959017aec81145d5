package org.hillock.report.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.hillock.core.problem.FailureException;

/**
 * The one typeface of all figures, Liberation Sans, read from the class path.
 *
 * <p>The same outlines everywhere: a server without any font, and without fontconfig, draws the
 * same PNG. Its widths are those of Arial and Helvetica, which stand in for it in a browser, so the
 * layout holds there too.
 */
public final class Typeface {

  /** For the CSS property {@code font-family}. */
  public static final String FAMILY = "'Liberation Sans', Arial, Helvetica, sans-serif";

  private static final String RESOURCE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
  private static final String RAISED = "0123456789−";
  private static final Typeface ONLY = read();

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final double unitsPerEm;
  private final Map<Integer, Glyph> known = new HashMap<>();

  /** Advance and outline in units of the font. */
  private record Glyph(double advance, Path2D outline) {}

  private Typeface(TrueTypeFont font) throws IOException {
    this.font = font;
    this.glyphs = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  private static Typeface read() {
    try (InputStream in = Typeface.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FailureException("the font " + RESOURCE + " is missing from the class path");
      }
      return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(in)));
    } catch (IOException e) {
      throw new FailureException("the font " + RESOURCE + " cannot be read", e);
    }
  }

  /** Width of a line of text in px. */
  public static double width(String text, double size) {
    double sum = 0;
    for (int codePoint : text.codePoints().toArray()) {
      sum += ONLY.glyph(codePoint).advance;
    }
    return sum * size / ONLY.unitsPerEm;
  }

  /** The text's outline with its baseline starting at (x, y). */
  static Path2D outline(String text, double x, double y, double size) {
    Path2D whole = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double scale = size / ONLY.unitsPerEm;
    double at = x;
    for (int codePoint : text.codePoints().toArray()) {
      Glyph glyph = ONLY.glyph(codePoint);
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
      whole.append(glyph.outline.getPathIterator(place), false);
      at += glyph.advance * scale;
    }
    return whole;
  }

  private synchronized Glyph glyph(int codePoint) {
    Glyph glyph = known.get(codePoint);
    if (glyph == null) {
      glyph = load(codePoint);
      known.put(codePoint, glyph);
    }
    return glyph;
  }

  private Glyph load(int codePoint) {
    int digit = SUPERSCRIPTS.indexOf(codePoint);
    if (digit >= 0) {
      // The font has only some superscripts; drawn from the digits, all of them match.
      Glyph full = glyph(RAISED.codePointAt(digit));
      AffineTransform raise = new AffineTransform(0.64, 0, 0, 0.64, 0, 0.34 * unitsPerEm);
      return new Glyph(0.64 * full.advance, new Path2D.Double(full.outline, raise));
    }
    try {
      int id = glyphs.getGlyphId(codePoint);
      // A space has no outline in the font.
      GlyphData data = font.getGlyph().getGlyph(id);
      return new Glyph(font.getAdvanceWidth(id), data == null ? new GeneralPath() : data.getPath());
    } catch (IOException e) {
      throw new FailureException("the font " + RESOURCE + " cannot be read", e);
    }
  }
}
