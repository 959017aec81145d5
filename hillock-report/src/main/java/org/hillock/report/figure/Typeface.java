package org.hillock.report.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.hillock.core.problem.FailureException;

/**
 * The one typeface of all figures, read from the class path: Liberation Sans, and for Korean
 * letters, which that has not, a subset of NanumGothic.
 *
 * <p>The same outlines everywhere: a server without any font, and without fontconfig, draws the
 * same PNG. Its widths are those of Arial and Helvetica, which stand in for it in a browser, so the
 * layout holds there too; Korean families draw every syllable as wide as another, and hardly differ
 * in that width.
 */
public final class Typeface {

  /**
   * For the CSS property {@code font-family}. Korean families stand last: they have Latin letters,
   * too, of other widths.
   */
  public static final String FAMILY =
      "'Liberation Sans', Arial, Helvetica, sans-serif, NanumGothic, 'Apple SD Gothic Neo',"
          + " 'Malgun Gothic', 'Noto Sans KR', 'Noto Sans CJK KR'";

  private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String HANGUL = "/org/hillock/report/figure/hillock-hangul.ttf";
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
  private static final String RAISED = "0123456789−";
  private static final Typeface ONLY = new Typeface(List.of(read(LATIN), read(HANGUL)));

  /** From the first choice to the last. */
  private final List<Face> faces;

  private final Map<Integer, Glyph> known = new HashMap<>();

  /** A font file. */
  private record Face(String resource, TrueTypeFont font, CmapLookup glyphs, double unitsPerEm) {
    boolean has(int codePoint) {
      return glyphs.getGlyphId(codePoint) != 0;
    }
  }

  /** Advance and outline for letters of size 1. */
  private record Glyph(double advance, Path2D outline) {}

  private Typeface(List<Face> faces) {
    this.faces = faces;
  }

  private static Face read(String resource) {
    try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FailureException("the font " + resource + " is missing from the class path");
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      return new Face(resource, font, font.getUnicodeCmapLookup(), font.getUnitsPerEm());
    } catch (IOException e) {
      throw new FailureException("the font " + resource + " cannot be read", e);
    }
  }

  /** Whether there is an outline for that character. */
  public static boolean has(int codePoint) {
    return SUPERSCRIPTS.indexOf(codePoint) >= 0 || ONLY.face(codePoint).has(codePoint);
  }

  /** Width of a line of text in px. */
  public static double width(String text, double size) {
    double sum = 0;
    for (int codePoint : text.codePoints().toArray()) {
      sum += ONLY.glyph(codePoint).advance;
    }
    return sum * size;
  }

  /** The text's outline with its baseline starting at (x, y). */
  static Path2D outline(String text, double x, double y, double size) {
    Path2D whole = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double at = x;
    for (int codePoint : text.codePoints().toArray()) {
      Glyph glyph = ONLY.glyph(codePoint);
      AffineTransform place = new AffineTransform(size, 0, 0, -size, at, y);
      whole.append(glyph.outline.getPathIterator(place), false);
      at += glyph.advance * size;
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

  /** The first that has the character; the first of all draws what none has as a box. */
  private Face face(int codePoint) {
    return faces.stream().filter(f -> f.has(codePoint)).findFirst().orElse(faces.getFirst());
  }

  private Glyph load(int codePoint) {
    int digit = SUPERSCRIPTS.indexOf(codePoint);
    if (digit >= 0) {
      // The font has only some superscripts; drawn from the digits, all of them match.
      Glyph full = glyph(RAISED.codePointAt(digit));
      AffineTransform raise = new AffineTransform(0.64, 0, 0, 0.64, 0, 0.34);
      return new Glyph(0.64 * full.advance, new Path2D.Double(full.outline, raise));
    }
    Face face = face(codePoint);
    try {
      int id = face.glyphs.getGlyphId(codePoint);
      // A space has no outline in the font.
      GlyphData data = face.font.getGlyph().getGlyph(id);
      double em = 1 / face.unitsPerEm;
      GeneralPath drawn = data == null ? new GeneralPath() : data.getPath();
      return new Glyph(
          face.font.getAdvanceWidth(id) * em,
          new Path2D.Double(drawn, AffineTransform.getScaleInstance(em, em)));
    } catch (IOException e) {
      throw new FailureException("the font " + face.resource + " cannot be read", e);
    }
  }
}
