package org.hillock.report.html;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.lab.cell.NerveCellScene;
import org.hillock.report.scene.NerveCellStory;
import org.hillock.report.scene.SceneNumbers;
import org.hillock.report.scene.StorySection;

/**
 * The page of a scene, as one file that needs nothing beside it. Every number stands in an element
 * with {@code data-number}, its name in scene.json, and {@code value}, exactly as there.
 */
public final class ScenePage {

  /** A number in a text. */
  private static final Pattern NUMBER = Pattern.compile("\\{([a-z0-9.-]+)}");

  private static final String STYLE =
      """
      .movie .controls{display:flex;gap:.8rem;align-items:center;margin:.4rem 0}
      .movie svg{display:block;width:100%;height:auto}
      .movie>svg{max-width:24rem}
      .movie input{flex:1;min-width:0;accent-color:var(--ink-series-1)}
      .movie button{font:inherit;padding:.25rem 1rem;min-width:5.5rem;border:1px solid var(--ink-axis);border-radius:6px;background:var(--ink-box);color:var(--ink-text);cursor:pointer}
      .movie output{min-width:4.5rem;text-align:right}
      nav ul{columns:2;list-style:none;padding:0}
      """;

  private final SceneNumbers numbers;
  private final Markup page = new Markup();

  private ScenePage(SceneNumbers numbers) {
    this.numbers = numbers;
  }

  /**
   * The text of report.html.
   *
   * @param command that repeats it
   * @param versions of what computed it
   */
  public static String write(
      NerveCellScene scene, SceneNumbers numbers, String command, Map<String, String> versions) {
    ScenePage it = new ScenePage(numbers);
    it.all(scene, new NerveCellStory(scene).sections(), command, versions);
    return it.page.toString();
  }

  private void all(
      NerveCellScene scene,
      List<StorySection> sections,
      String command,
      Map<String, String> versions) {
    page.raw("<!DOCTYPE html>\n");
    page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
    PageHead.write(page, "The nerve cell", CellMovie.policy(), STYLE);
    page.open("body").open("main");
    opening(sections);
    for (StorySection section : sections) {
      page.open("section", "aria-labelledby", section.id());
      page.element("h2", section.title(), "id", section.id());
      section.paragraphs().forEach(this::paragraph);
      if (section.id().equals(NerveCellStory.TRAVEL)) {
        new CellMovie(
                scene.cell().morphology(),
                scene.spike(),
                NerveCellStory.LOW_MV,
                NerveCellStory.HIGH_MV,
                NerveCellStory.SHADES)
            .write(page);
      }
      section.figures().forEach(f -> FigureBlock.write(page, f));
      page.end();
    }
    repeat(command, versions);
    page.end().end().end();
  }

  private void opening(List<StorySection> sections) {
    page.open("header");
    page.element("p", "Hillock scene", "class", "kicker");
    page.element("h1", "The nerve cell");
    page.element(
        "p",
        "A cell with its parts, simulated; every number on this page was measured on it.",
        "class",
        "lead");
    page.end();
    page.open("nav", "aria-label", "Parts of this page").open("ul");
    for (StorySection section : sections) {
      page.open("li").open("a", "href", "#" + section.id()).text(section.title()).close().end();
    }
    page.end().end();
  }

  private void paragraph(String text) {
    page.open("p");
    Matcher m = NUMBER.matcher(text);
    int from = 0;
    while (m.find()) {
      page.text(text.substring(from, m.start()));
      String id = m.group(1);
      page.open("data", "value", numbers.exact(id), "data-number", id, "title", meaning(id));
      page.text(numbers.told(id)).close();
      from = m.end();
    }
    page.text(text.substring(from)).end();
  }

  private String meaning(String id) {
    return numbers.finding(id).meaning();
  }

  private void repeat(String command, Map<String, String> versions) {
    page.open("section", "aria-labelledby", "repeat");
    page.element("h2", "Do it again", "id", "repeat");
    page.open("pre", "tabindex", "0").element("code", command).end();
    page.open("dl", "class", "facts");
    versions.forEach((name, version) -> page.element("dt", name).element("dd", version));
    page.end();
    page.open("p").text("All numbers: ");
    page.open("a", "href", "scene.json").text("scene.json").close();
    page.end().end();
  }
}
