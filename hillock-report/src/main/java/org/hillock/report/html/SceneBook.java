package org.hillock.report.html;

import java.util.List;
import java.util.Map;
import org.hillock.lab.scene.Picture;
import org.hillock.report.scene.SceneTexts;
import org.hillock.report.scene.ToldScene;

/** Scenes as a page: one alone, or all of them as a book; one file that needs nothing beside it. */
public final class SceneBook {

  private static final String CONTENTS = "contents";

  private final Markup page = new Markup();
  private final SceneTexts shared;

  private SceneBook(SceneTexts shared) {
    this.shared = shared;
  }

  /** A chapter with the command that repeats it. */
  public record Chapter(ToldScene told, String command) {}

  /**
   * The page of one scene.
   *
   * @param versions of what computed it
   */
  public static String page(Chapter chapter, Map<String, String> versions) {
    SceneTexts texts = chapter.told().texts();
    SceneBook book = new SceneBook(texts);
    book.begin(chapter.told().title(), List.of(chapter));
    book.page.open("header");
    book.page.element("p", texts.get("scene.kind"), "class", "kicker");
    book.page.element("h1", chapter.told().title()).end();
    book.page.open("article");
    new SceneChapter(book.page, chapter.told(), "h2", "", "").write(chapter.command());
    book.versions(versions);
    book.page.end();
    return book.finished();
  }

  /**
   * The book.
   *
   * @param chapters in their order
   * @param missing names of scenes that were not run
   * @param shared texts in the language of the chapters
   * @param command that repeats all of it
   */
  public static String book(
      List<Chapter> chapters,
      List<String> missing,
      SceneTexts shared,
      String command,
      Map<String, String> versions) {
    SceneBook book = new SceneBook(shared);
    book.begin(shared.get("book.title"), chapters);
    book.opening(chapters, missing);
    for (int i = 0; i < chapters.size(); i++) {
      book.chapter(i + 1, chapters.get(i));
    }
    book.page.open("section", "class", "chapter", "aria-labelledby", "repeat");
    book.page.element("h2", shared.get("heading.repeat"), "id", "repeat");
    book.page.open("pre", "tabindex", "0").element("code", command).end();
    book.versions(versions);
    book.page.end();
    return book.finished();
  }

  private void begin(String title, List<Chapter> chapters) {
    boolean moves =
        chapters.stream()
            .flatMap(c -> c.told().result().pictures().stream())
            .anyMatch(Picture.Film.class::isInstance);
    page.raw("<!DOCTYPE html>\n");
    page.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", shared.language().code());
    PageHead.write(page, title, moves ? CellMovie.policy() : "", SceneChapter.STYLE);
    page.open("body").open("main");
  }

  private String finished() {
    page.end().end().end();
    return page.toString();
  }

  private void opening(List<Chapter> chapters, List<String> missing) {
    page.open("header");
    page.element("p", "Hillock", "class", "kicker");
    page.element("h1", shared.get("book.title"));
    page.element("p", shared.get("book.lead"), "class", "lead");
    page.element("p", shared.get("book.how")).end();
    page.open("nav", "aria-labelledby", CONTENTS);
    page.element("h2", shared.get("book.contents"), "id", CONTENTS);
    page.open("ol");
    for (Chapter chapter : chapters) {
      ToldScene told = chapter.told();
      page.open("li").open("a", "href", "#" + told.name()).text(told.title()).close();
      page.element("small", told.verdictName()).end();
    }
    page.end();
    if (!missing.isEmpty()) {
      page.element("p", shared.get("book.missing") + " " + String.join(", ", missing));
    }
    page.end();
  }

  private void chapter(int number, Chapter chapter) {
    ToldScene told = chapter.told();
    String name = told.name();
    page.open("section", "class", "chapter", "aria-labelledby", name);
    page.open("p", "class", "kicker").text(shared.get("book.chapter") + " " + number + " · ");
    page.element("code", name).end();
    page.element("h2", told.title(), "id", name);
    new SceneChapter(page, told, "h3", name + "-", name + "/").write(chapter.command());
    page.open("p").open("a", "href", "#" + CONTENTS).text(shared.get("book.up")).close();
    page.end().end();
  }

  private void versions(Map<String, String> versions) {
    page.open("dl", "class", "facts");
    versions.forEach((name, version) -> page.element("dt", name).element("dd", version));
    page.end();
  }
}
