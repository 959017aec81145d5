package org.hillock.report.html;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.SceneResult;
import org.hillock.report.scene.SceneTexts;
import org.hillock.report.scene.ToldScene;
import org.hillock.report.scene.Word;

/** Scenes as a page: one alone, or all of them as a book; one file that needs nothing beside it. */
public final class SceneBook {

  private static final String CONTENTS = "contents";
  private static final String WORDS = "words";

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
      Optional<ToldScene> next =
          i + 1 < chapters.size() ? Optional.of(chapters.get(i + 1).told()) : Optional.empty();
      book.chapter(i + 1, chapters.get(i), next);
    }
    book.words();
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
    return PageHead.withLetters(page.toString());
  }

  private void opening(List<Chapter> chapters, List<String> missing) {
    page.open("header");
    page.element("p", "Hillock", "class", "kicker");
    page.element("h1", shared.get("book.title"));
    page.element("p", shared.get("book.lead"), "class", "lead");
    page.element("p", shared.get("book.how"));
    tally(chapters);
    page.end();
    page.open("nav", "aria-labelledby", CONTENTS);
    page.element("h2", shared.get("book.contents"), "id", CONTENTS);
    page.open("ol", "class", "findings");
    for (Chapter chapter : chapters) {
      ToldScene told = chapter.told();
      page.open("li").open("a", "href", "#" + told.name()).text(told.title()).close().text(" ");
      SceneChapter.badge(page, told.result().verdict(), told.verdictName());
      page.open("p").text(told.gist()).close().end();
    }
    page.end();
    page.open("p").open("a", "href", "#" + WORDS).text(shared.get("book.words")).close().end();
    if (!missing.isEmpty()) {
      page.element("p", shared.get("book.missing") + " " + String.join(", ", missing));
    }
    page.end();
  }

  /** How many sayings held, and what was asked of them, counted from the claims. */
  private void tally(List<Chapter> chapters) {
    List<SceneResult> results = chapters.stream().map(c -> c.told().result()).toList();
    page.open("ul", "class", "tally");
    for (SceneResult.Verdict verdict : SceneResult.Verdict.values()) {
      long n = results.stream().filter(r -> r.verdict() == verdict).count();
      if (n > 0 || verdict != SceneResult.Verdict.NOT_SHOWN) {
        page.open("li").open("strong").text(Long.toString(n)).close().text(" ");
        SceneChapter.badge(page, verdict, shared.get("verdict.name." + verdict));
        page.end();
      }
    }
    page.end();
    List<Claim> claims = results.stream().flatMap(r -> r.claims().stream()).toList();
    page.element(
        "p",
        shared
            .get("book.tally")
            .replace("{sayings}", Integer.toString(results.size()))
            .replace("{claims}", count(claims, Claim.Kind.CLAIM, false))
            .replace("{claims-so}", count(claims, Claim.Kind.CLAIM, true))
            .replace("{controls}", count(claims, Claim.Kind.CONTROL, false))
            .replace("{controls-so}", count(claims, Claim.Kind.CONTROL, true)));
  }

  private static String count(List<Claim> claims, Claim.Kind kind, boolean onlyThatHold) {
    return Long.toString(
        claims.stream().filter(c -> c.kind() == kind && (c.holds() || !onlyThatHold)).count());
  }

  private void words() {
    page.open("section", "class", "chapter", "aria-labelledby", WORDS);
    page.element("h2", shared.get("book.words"), "id", WORDS);
    SceneChapter.words(page, Word.all(shared.language()));
    page.open("p").open("a", "href", "#" + CONTENTS).text(shared.get("book.up")).close();
    page.end().end();
  }

  private void chapter(int number, Chapter chapter, Optional<ToldScene> next) {
    ToldScene told = chapter.told();
    String name = told.name();
    page.open("section", "class", "chapter", "aria-labelledby", name);
    String numbered = shared.get("book.chapter").replace("{number}", Integer.toString(number));
    page.open("p", "class", "kicker").text(numbered + " · ");
    page.element("code", name).end();
    page.element("h2", told.title(), "id", name);
    new SceneChapter(page, told, "h3", name + "-", name + "/").write(chapter.command());
    page.open("p", "class", "onwards");
    page.open("a", "href", "#" + CONTENTS).text(shared.get("book.up")).close().text(" ");
    next.ifPresent(after ->
        page.open("a", "href", "#" + after.name())
            .text(shared.get("book.next") + " " + after.title() + " →")
            .close());
    page.end().end();
  }

  private void versions(Map<String, String> versions) {
    page.open("dl", "class", "facts");
    versions.forEach((name, version) -> page.element("dt", name).element("dd", version));
    page.end();
  }
}
