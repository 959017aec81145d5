package org.hillock.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.training.Progress;
import org.hillock.report.figure.Drawable;
import org.hillock.report.figure.Theme;
import org.hillock.report.html.SceneBook;
import org.hillock.report.scene.Language;
import org.hillock.report.scene.SampleScene;
import org.hillock.report.scene.SceneJson;
import org.hillock.report.scene.SceneTelling;
import org.hillock.report.scene.SceneTexts;
import org.hillock.report.scene.ToldScene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SceneReportTest {

  private static final String COMMAND = "./hillock scene sample";
  private static final Map<String, String> VERSIONS = Map.of("hillock", "0");

  @TempDir private Path folder;

  private static ToldScene told(Language language) {
    SceneTexts texts = SceneTexts.of(SampleScene.NAME, language);
    return new ToldScene(new SampleScene().run(1, Progress.NONE), texts);
  }

  private static String book(Language language) {
    return SceneBook.book(
        List.of(new SceneBook.Chapter(told(language), COMMAND)),
        List.of("dog", "size"),
        SceneTexts.shared(language),
        "./hillock scene --all",
        VERSIONS);
  }

  private static Document xml(String page) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
  }

  @ParameterizedTest
  @EnumSource
  void theBookIsWellFormedInItsLanguage(Language language) throws Exception {
    String book = book(language);
    Document page = xml(book);
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.code());
    int last = 0;
    var all = page.getElementsByTagName("*");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      var e = (org.w3c.dom.Element) all.item(i);
      if (e.getLocalName().matches("h[1-6]")) {
        int level = e.getLocalName().charAt(1) - '0';
        assertThat(level).isLessThanOrEqualTo(last + 1);
        last = level;
      }
      if (e.hasAttribute("id")) {
        ids.add(e.getAttribute("id"));
      }
    }
    assertThat(ids).doesNotHaveDuplicates().contains("sample", "contents", "sample-claims");
    assertThat(book)
        .contains("dog, size", "data-of=\"HOLDS_IN_PART\"", "data-of=\"DOES_NOT_HOLD\"")
        .contains(
            told(language).gist(),
            "href=\"#words\"",
            "id=\"words\"",
            "href=\"sample/scene.json\"",
            "sample/figures/chain.svg");
    assertThat(book).doesNotContain("NaN", "Infinity", "src=\"http", "{share");
  }

  @Test
  void everyNumberOfThePageIsTheFiles() {
    ToldScene told = told(Language.ENGLISH);
    Map<?, ?> tree = SceneJson.tree(told, 1, COMMAND, VERSIONS);
    Map<?, ?> numbers = (Map<?, ?>) requireNonNull(tree.get("numbers"));
    String page = SceneBook.page(new SceneBook.Chapter(told, COMMAND), VERSIONS);
    Matcher m = Pattern.compile("<data value=\"([^\"]*)\" data-number=\"([^\"]*)\"").matcher(page);
    List<String> seen = new ArrayList<>();
    while (m.find()) {
      Object value = ((Map<?, ?>) requireNonNull(numbers.get(m.group(2)))).get("value");
      assertThat(m.group(1))
          .isEqualTo(value == null ? "" : Quantity.text(((Number) value).doubleValue()));
      seen.add(m.group(2));
    }
    assertThat(seen).contains("share.of-it", "control", "time", "nothing");
    assertThat(tree.get("verdict")).isEqualTo("HOLDS_IN_PART");
    assertThat((List<?>) tree.get("pictures")).hasSize(6);
  }

  @ParameterizedTest
  @EnumSource
  void theTerminalIsToldClaimsVerdictAndNumbers(Language language) {
    String text = SceneTelling.render(told(language), 80);
    assertThat(text)
        .contains("93.2", "> 80", "✗", told(language).verdictName(), told(language).title());
    assertThat(text).doesNotContain("{");
  }

  @ParameterizedTest
  @EnumSource
  void figuresAreDrawnInBothWidths(Language language) {
    for (ReportFigure figure : told(language).figures()) {
      for (double width : new double[] {Drawable.WIDE, Drawable.NARROW}) {
        assertThat(figure.drawing().at(width).svg(Theme.LIGHT))
            .as(figure.id())
            .doesNotContain("NaN", "Infinity")
            .contains("NanumGothic");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theBrowserShowsAllOfItWithoutScrollingSideways(Language language) throws Exception {
    Chromium browser = Chromium.orSkip(folder);
    Path out = Files.createDirectories(folder.resolve("out"));
    ToldScene told = told(language);
    SceneReport.page(told, COMMAND, VERSIONS, out);
    Files.writeString(out.resolve("scenes.html"), book(language));
    assertThat(out.resolve("figures/matrix.png")).isNotEmptyFile();
    for (String page : List.of("report.html", "scenes.html")) {
      BrowserChecks.neverSideways(browser, out.resolve(page), 360, 390, 1280);
      BrowserChecks.everyFigureIsSeen(browser, out.resolve(page), 390, 1280);
      BrowserChecks.everyLetterIsInside(browser, out.resolve(page), 390, 1280);
    }
    Path png = folder.resolve("page.png");
    var seen = browser.screenshot(out.resolve("scenes.html"), png, 390, 3000, true);
    assertThat(seen.console()).isEmpty();
  }
}
