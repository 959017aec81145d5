package org.hillock.report.html;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.SceneResult;
import org.hillock.report.scene.SceneTexts;
import org.hillock.report.scene.ToldScene;
import org.hillock.report.scene.Word;

/**
 * A scene as a part of a page. Every number of its story stands in an element with {@code
 * data-number}, its name in scene.json, and {@code value}, exactly as there.
 */
final class SceneChapter {

  static final String STYLE =
      """
      .verdict{background:var(--ink-box);border-radius:10px;padding:1rem 1.4rem;margin:1.4rem 0}
      .verdict p{margin:.2rem 0}
      .verdict .badge{font-size:1.02rem;font-weight:650;padding:.2rem .8rem;margin-bottom:.5rem;background:var(--ink-paper)}
      .saying{font-size:1.2rem;line-height:1.5;border-left:3px solid var(--ink-series-1);margin:1rem 0;padding:.1rem 0 .1rem 1rem}
      .saying p{margin:0}
      .findings{padding-left:2rem}
      .findings li{margin:.9rem 0}
      .findings li::marker{color:var(--ink-muted)}
      .findings a{font-weight:600;margin-right:.4rem}
      .findings p{margin:.15rem 0 0;font-size:.97rem;line-height:1.45}
      .badge{display:inline-block;white-space:nowrap;font-size:.85rem;line-height:1.3;padding:.1rem .55rem;border-radius:1rem;border:1.5px solid var(--ink-muted)}
      .badge[data-of=HOLDS]{border-color:var(--ink-right)}
      .badge[data-of=HOLDS_IN_PART]{border-color:var(--ink-series-5);border-style:dashed}
      .badge[data-of=DOES_NOT_HOLD]{border-color:var(--ink-wrong);border-style:double;border-width:3px}
      .tally{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.4rem 1.4rem}
      .tally strong{font-size:1.5rem}
      .words{margin:1rem 0}
      dl.words dt{font-weight:600;margin-top:.7rem}
      dl.words dd{margin:.1rem 0 0}
      .onwards{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.4rem 1.5rem;margin-top:1.5rem}
      .kept,data,.claims td{white-space:nowrap}
      .chapter{border-top:1px solid var(--ink-axis);margin-top:4.5rem}
      .chapter>h2{font-size:clamp(1.7rem,5vw,2.2rem);margin:1.2rem 0 .8rem}
      .chapter .kicker{margin-top:2rem}
      .claims th,.claims td{min-width:3.6rem}
      .claims tbody th{min-width:12rem}
      caption{text-align:left;color:var(--ink-muted);font-size:.9rem;padding-bottom:.4rem}
      .movie .controls{display:flex;gap:.8rem;align-items:center;margin:.4rem 0}
      .movie svg{display:block;width:100%;height:auto}
      .movie>svg{max-width:24rem}
      .movie input{flex:1;min-width:0;accent-color:var(--ink-series-1)}
      .movie button{font:inherit;padding:.25rem 1rem;min-width:5.5rem;border:1px solid var(--ink-axis);border-radius:6px;background:var(--ink-box);color:var(--ink-text);cursor:pointer}
      .movie output{min-width:4.5rem;text-align:right}
      figcaption strong{color:var(--ink-text);font-weight:600}
      @media (max-width:620px){pre{white-space:pre-wrap}.claims{font-size:.86rem}.claims th,.claims td{padding-right:.5rem}.claims tbody th{min-width:7.5rem}}
      :lang(ko){word-break:keep-all;overflow-wrap:anywhere}
      """;

  private static final int MOST_JOINED = 6;

  private static final Pattern UNIT =
      Pattern.compile("(?<=[0-9]) (?=(?:%|ms|Hz|mV|nS|pA|µm|kg|°C|mM)(?![A-Za-z]))");

  private static final String DOI = "https://doi.org/";

  private static final Pattern WHERE =
      Pattern.compile("(?:doi )?(10\\.[0-9]{4,9}/[^\\s,;]+[^\\s,;.])|arXiv:([0-9.]+[0-9])");

  private final Markup page;
  private final ToldScene told;
  private final SceneTexts texts;
  private final String heading;
  private final String prefix;
  private final String files;

  /**
   * A chapter.
   *
   * @param heading of its parts, such as {@code h2}
   * @param prefix before its ids; empty where it is alone
   * @param files folder of its files as the page sees it, empty or with a slash at its end
   */
  SceneChapter(Markup page, ToldScene told, String heading, String prefix, String files) {
    this.page = page;
    this.told = told;
    this.texts = told.texts();
    this.heading = heading;
    this.prefix = prefix;
    this.files = files;
  }

  void write(String command) {
    page.open("blockquote", "class", "saying").element("p", texts.get("saying")).end();
    verdict();
    List<Word> met = Word.met(told);
    if (!met.isEmpty()) {
      page.open("details", "class", "words");
      String terms = met.stream().map(Word::term).collect(Collectors.joining(" · "));
      page.element("summary", texts.get("heading.words") + ": " + terms);
      words(page, met);
      page.end();
    }
    for (String part : List.of("claim", "experiment", "control", "refuted")) {
      heading(part);
      paragraph(told.parts(texts.get(part)));
    }
    heading("told");
    for (ToldScene.Passage passage : told.passages()) {
      switch (passage) {
        case ToldScene.Passage.Paragraph(List<ToldScene.Part> parts) -> paragraph(parts);
        case ToldScene.Passage.Shown(var figure, String title, Picture picture) -> {
          if (picture instanceof Picture.Film film) {
            String shades = texts.get("picture." + film.id() + ".x");
            new CellMovie(film, title, shades, texts).write(page);
          }
          FigureBlock.write(page, figure, title, files);
        }
      }
    }
    heading("claims");
    claims();
    numbers();
    heading("sources");
    page.open("ul");
    told.sources().forEach(this::source);
    page.end();
    heading("repeat");
    page.open("pre", "tabindex", "0").element("code", command).end();
  }

  private void heading(String part) {
    page.element(heading, texts.get("heading." + part), "id", prefix + part);
  }

  private void verdict() {
    page.open("div", "class", "verdict", "data-verdict", told.result().verdict().name());
    page.open("p");
    badge(page, told.result().verdict(), told.verdictName());
    page.end();
    paragraph(told.verdict());
    page.end();
  }

  /** A verdict in a few words, told apart by its sign and its line, not by its colour alone. */
  static void badge(Markup page, SceneResult.Verdict verdict, String name) {
    String sign =
        switch (verdict) {
          case HOLDS -> "✓ ";
          case HOLDS_IN_PART -> "½ ";
          case DOES_NOT_HOLD -> "✗ ";
          case NOT_SHOWN -> "? ";
        };
    page.open("span", "class", "badge", "data-of", verdict.name()).text(sign + name).close();
  }

  /** Words with what they mean. */
  static void words(Markup page, List<Word> words) {
    page.open("dl", "class", "words");
    words.forEach(word -> page.element("dt", word.term()).element("dd", word.means()));
    page.end();
  }

  /** A work; its DOI or its number at arXiv leads there. */
  private void source(String source) {
    page.open("li");
    Matcher where = WHERE.matcher(source);
    if (where.find()) {
      boolean arxiv = where.group(2) != null;
      String link = arxiv ? "https://arxiv.org/abs/" + where.group(2) : DOI + where.group(1);
      page.text(source.substring(0, where.start()));
      page.open("a", "href", link).text(where.group()).close();
      page.text(source.substring(where.end()));
    } else {
      page.text(source);
    }
    page.end();
  }

  private void paragraph(List<ToldScene.Part> parts) {
    page.open("p");
    // A number is not parted from what is joined to it: a sign after it, a Korean particle.
    boolean kept = false;
    for (int i = 0; i < parts.size(); i++) {
      switch (parts.get(i)) {
        case ToldScene.Part.Words(String text) -> {
          int end = kept ? joined(text) : 0;
          if (kept) {
            page.text(text.substring(0, end)).close();
          }
          page.text(unbroken(text.substring(end)));
          kept = false;
        }
        case ToldScene.Part.Number(String id) -> {
          kept = true;
          page.open("span", "class", "kept");
          number(id);
        }
      }
    }
    page.end();
  }

  /** How many characters from the start on belong to the number before them. */
  private static int joined(String text) {
    int end = 0;
    while (end < text.length() && end < MOST_JOINED && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Amounts stay on one line with their units. */
  private static String unbroken(String text) {
    return UNIT.matcher(text).replaceAll("\u00a0").replace("p = ", "p\u00a0=\u00a0");
  }

  private void number(String id) {
    String meaning = told.meaning(told.result().number(id));
    page.open("data", "value", told.exact(id), "data-number", id, "title", meaning);
    page.text(told.number(id)).close();
  }

  private void scroll(String label) {
    page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
  }

  private void claims() {
    scroll(texts.get("heading.claims"));
    page.open("table", "class", "claims");
    page.element("caption", texts.get("claims.caption"));
    page.open("thead").open("tr");
    for (String column : List.of("says", "measured", "threshold", "holds")) {
      page.element("th", texts.get("claims." + column), "scope", "col");
    }
    page.end().end().open("tbody");
    for (Claim claim : told.result().claims()) {
      page.open("tr").open("th", "scope", "row").text(told.says(claim) + " ");
      page.element("small", "(" + told.kind(claim) + ")").close();
      page.open("td");
      number(claim.number());
      page.end();
      page.element("td", told.threshold(claim));
      page.element("td", (claim.holds() ? "✓ " : "✗ ") + told.holds(claim));
      page.end();
    }
    page.end().end().end();
  }

  private void numbers() {
    page.open("details").element("summary", texts.get("heading.numbers"));
    scroll(texts.get("heading.numbers"));
    page.open("table").open("thead").open("tr");
    page.element("th", texts.get("numbers.meaning"), "scope", "col");
    page.element("th", texts.get("numbers.value"), "scope", "col").end().end();
    page.open("tbody");
    for (Finding finding : told.result().numbers()) {
      page.open("tr").element("th", told.meaning(finding), "scope", "row");
      page.element("td", told.number(finding.id())).end();
    }
    page.end().end().end();
    page.open("p").text(texts.get("numbers.file") + " ");
    page.open("a", "href", files + "scene.json").text("scene.json").close();
    page.end().end();
  }
}
