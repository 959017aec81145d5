package org.hillock.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.hillock.core.problem.FailureException;
import org.hillock.report.figure.Letters;
import org.hillock.report.figure.Theme;

/** What all pages begin with: their style, and that nothing is loaded from elsewhere. */
final class PageHead {

  private static final String STYLE = "/org/hillock/report/html/report.css";

  /** Where the letters go once it is known which there are. */
  private static final String LETTERS = "/* letters */";

  private PageHead() {}

  /** The finished page with the letters that it is written in. */
  static String withLetters(String page) {
    return page.replace(LETTERS, Letters.css(page));
  }

  /** The head of a page without scripts. */
  static void write(Markup page, String title) {
    write(page, title, "", "");
  }

  /**
   * The head of a page.
   *
   * @param scripts what else the content security policy allows, empty or such as {@code ;
   *     script-src 'sha256-…'}
   * @param style after the style of all pages
   */
  static void write(Markup page, String title, String scripts, String style) {
    page.open("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    // Nothing may be loaded from elsewhere, and the browser sees to it.
    page.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:" + scripts);
    page.element("title", title);
    page.empty("link", "rel", "icon", "href", "data:,");
    String dark = Theme.properties(true);
    page.raw("<style>\n" + LETTERS + "\n:root{" + Theme.properties(false) + "}\n");
    page.raw("@media screen and (prefers-color-scheme:dark){:root{" + dark + "}}\n");
    page.raw(resource(STYLE)).raw(style).raw("</style>\n").end();
  }

  /** A file of the class path. */
  static String resource(String name) {
    try (InputStream in = PageHead.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FailureException("the file " + name + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new FailureException("the file " + name + " cannot be read", e);
    }
  }
}
