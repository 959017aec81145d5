package org.hillock.report.figure;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.hillock.core.problem.FailureException;

/**
 * The one typeface of all figures, read from the class path: Liberation Sans, raised digits cut
 * from it, and for Korean letters, which that has not, a subset of NanumGothic.
 *
 * <p>The same outlines everywhere: a server without any font, and without fontconfig, draws the
 * same PNG, and pages carry the letters that they use ({@link Letters}).
 */
public final class Typeface {

  /**
   * For the CSS property {@code font-family}: the letters that come with the page or the file, then
   * families for programs that leave these out, with the same widths or nearly so. Korean families
   * stand last: they have Latin letters, too, of other widths.
   */
  public static final String FAMILY =
      "'Hillock Signs', 'Hillock Sans', 'Hillock Hangul', 'Liberation Sans', Arial, Helvetica,"
          + " sans-serif, NanumGothic, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR',"
          + " 'Noto Sans CJK KR'";

  private static final String SIGNS = "/org/hillock/report/figure/hillock-signs.ttf";
  private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String HANGUL = "/org/hillock/report/figure/hillock-hangul.ttf";
  private static final Typeface ONLY =
      new Typeface(
          List.of(
              read("Hillock Signs", SIGNS),
              read("Hillock Sans", LATIN),
              read("Hillock Hangul", HANGUL)));

  /**
   * What a subset keeps beside outlines and widths. Kerning goes: the layout knows none, and its
   * tables name glyphs by numbers that they no longer have.
   */
  private static final List<String> TABLES =
      List.of("OS/2", "cmap", "cvt ", "fpgm", "name", "post", "prep");

  /** Draws what none has, as a box. */
  private static final int LAST_RESORT = 1;

  /** From the first choice to the last. */
  private final List<Face> faces;

  private final Map<Integer, Glyph> known = new HashMap<>();

  /** A font file under the name that pages give it. */
  private record Face(
      String family, String resource, TrueTypeFont font, CmapLookup glyphs, double unitsPerEm) {
    boolean has(int codePoint) {
      return glyphs.getGlyphId(codePoint) != 0;
    }
  }

  /** Advance and outline for letters of size 1. */
  private record Glyph(double advance, Path2D outline) {}

  private Typeface(List<Face> faces) {
    this.faces = faces;
  }

  private static Face read(String family, String resource) {
    try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FailureException("the font " + resource + " is missing from the class path");
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      return new Face(family, resource, font, font.getUnicodeCmapLookup(), font.getUnitsPerEm());
    } catch (IOException e) {
      throw new FailureException("the font " + resource + " cannot be read", e);
    }
  }

  /** Whether there is an outline for that character. */
  public static boolean has(int codePoint) {
    return ONLY.face(codePoint).has(codePoint);
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

  /**
   * Font files that hold just these characters, by the name that pages give them, in the order of
   * {@link #FAMILY}; a face that draws none of them is left out.
   */
  static Map<String, byte[]> subsets(Set<Integer> codePoints) {
    return ONLY.subset(codePoints);
  }

  private synchronized Map<String, byte[]> subset(Set<Integer> codePoints) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Face face : faces) {
      Set<Integer> drawn = new TreeSet<>(codePoints);
      drawn.removeIf(c -> !face.has(c) || face(c) != face);
      if (drawn.isEmpty()) {
        continue;
      }
      try {
        TTFSubsetter subsetter = new TTFSubsetter(face.font, TABLES);
        subsetter.addAll(drawn);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        subsetter.writeToStream(file);
        files.put(face.family, file.toByteArray());
      } catch (IOException e) {
        throw new FailureException("the font " + face.resource + " cannot be read", e);
      }
    }
    return files;
  }

  /** The first that has the character. */
  private Face face(int codePoint) {
    return faces.stream().filter(f -> f.has(codePoint)).findFirst().orElse(faces.get(LAST_RESORT));
  }

  private Glyph load(int codePoint) {
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
