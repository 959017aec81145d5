package org.hillock.report.html;

import java.util.List;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Picture;
import org.hillock.report.scene.SceneTexts;
import org.hillock.report.scene.ToldScene;

/**
 * A scene as a part of a page. Every number of its story stands in an element with {@code
 * data-number}, its name in scene.json, and {@code value}, exactly as there.
 */
final class SceneChapter {

  static final String STYLE =
      """
      .verdict{background:var(--ink-box);border-radius:10px;padding:1rem 1.4rem;margin:1.4rem 0}
      .verdict p{margin:.2rem 0}
      .verdict strong{font-size:1.15rem}
      .saying{font-size:1.2rem;line-height:1.5;border-left:3px solid var(--ink-series-1);margin:1rem 0;padding:.1rem 0 .1rem 1rem}
      .saying p{margin:0}
      nav ol{padding-left:1.6rem}
      nav small{color:var(--ink-muted);margin-left:.5rem}
      .chapter{border-top:1px solid var(--ink-axis);margin-top:4.5rem}
      .chapter>h2{font-size:clamp(1.7rem,5vw,2.2rem);margin:1.2rem 0 .8rem}
      .chapter .kicker{margin-top:2rem}
      .claims td:nth-child(3),.claims td:nth-child(4){white-space:nowrap}
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
      @media (max-width:620px){.claims{font-size:.86rem}.claims th,.claims td{padding-right:.5rem}.claims tbody th{min-width:7.5rem}}
      :lang(ko){word-break:keep-all;overflow-wrap:anywhere}
      """;

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
    told.sources().forEach(source -> page.element("li", source));
    page.end();
    heading("repeat");
    page.open("pre", "tabindex", "0").element("code", command).end();
  }

  private void heading(String part) {
    page.element(heading, texts.get("heading." + part), "id", prefix + part);
  }

  private void verdict() {
    page.open("div", "class", "verdict", "data-verdict", told.result().verdict().name());
    page.open("p").element("strong", told.verdictName()).end();
    paragraph(told.verdict());
    page.end();
  }

  private void paragraph(List<ToldScene.Part> parts) {
    page.open("p");
    for (ToldScene.Part part : parts) {
      switch (part) {
        case ToldScene.Part.Words(String text) -> page.text(text);
        case ToldScene.Part.Number(String id) -> number(id);
      }
    }
    page.end();
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
