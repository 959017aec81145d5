package org.hillock.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hillock.core.quantity.Quantity;
import org.hillock.lab.cell.NerveCellScene;
import org.hillock.report.figure.Drawable;
import org.hillock.report.html.ScenePage;
import org.hillock.report.scene.NerveCellStory;
import org.hillock.report.scene.SceneNumbers;
import org.hillock.report.scene.SceneText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class NerveCellReportTest {

  private static final NerveCellScene SCENE = SampleScenes.nerveCell();
  private static final SceneNumbers NUMBERS = new SceneNumbers(SCENE);
  private static final String COMMAND = "./hillock scene nerve-cell";

  @TempDir private Path folder;

  private static String page() {
    return ScenePage.write(SCENE, NUMBERS, COMMAND, Map.of("hillock", "0"));
  }

  @Test
  void everyNumberOfThePageIsTheFiles() {
    Map<?, ?> numbers = (Map<?, ?>) requireNonNull(NUMBERS.tree(COMMAND, Map.of()).get("numbers"));
    Matcher m =
        Pattern.compile("<data value=\"([^\"]*)\" data-number=\"([^\"]*)\"").matcher(page());
    Set<String> seen = new LinkedHashSet<>();
    while (m.find()) {
      Map<?, ?> number = (Map<?, ?>) requireNonNull(numbers.get(m.group(2)), m.group(2));
      Object value = number.get("value");
      String text = value == null ? "" : Quantity.text(((Number) value).doubleValue());
      assertThat(m.group(1)).as(m.group(2)).isEqualTo(text);
      seen.add(m.group(2));
    }
    assertThat(seen).hasSizeGreaterThan(60).contains("threshold.current", "myelin.power");
  }

  /** Outside of {@code data} only names, years and DOIs may hold digits. */
  @Test
  void noNumberIsWrittenByHand() {
    for (var section : new NerveCellStory(SCENE).sections()) {
      for (String paragraph : section.paragraphs()) {
        String rest =
            paragraph
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("10\\.\\d{4}/[^\\s,]*", "")
                .replaceAll("\\b(19|20)\\d\\d\\b", "")
                // the sizes of axons that are named, and the level that counts as a spike
                .replaceAll("axon of 1 µm|one of 8 µm|−20 mV", "");
        assertThat(rest).as(section.id()).doesNotContainPattern("\\d");
      }
    }
  }

  @Test
  void thePageIsWellFormedAndLoadsNothing() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.newDocumentBuilder().parse(new InputSource(new StringReader(page())));
    assertThat(page())
        .contains("default-src", "script-src", "sha256-")
        .doesNotContain("NaN", "unsafe-eval", "src=\"http");
  }

  @Test
  void figuresAreDrawnInBothWidthsWithoutAWordTooMuch() {
    for (ReportFigure figure : new NerveCellStory(SCENE).figures()) {
      for (double width : new double[] {Drawable.WIDE, Drawable.NARROW}) {
        String svg = figure.drawing().at(width).svg(org.hillock.report.figure.Theme.LIGHT);
        assertThat(svg).as(figure.id()).doesNotContain("NaN", "Infinity");
      }
    }
  }

  @Test
  void theTextTellsTheVerdicts() {
    assertThat(SceneText.of(NUMBERS))
        .contains("12 nS: fires; inhibition 40 nS: does not fire", "none on another dendrite")
        .doesNotContain("{");
  }

  @Test
  void theBrowserHasNothingToComplainOf() throws Exception {
    Chromium browser = Chromium.orSkip(folder);
    Path out = Files.createDirectories(folder.resolve("out"));
    NerveCellReport.write(SCENE, COMMAND, Map.of(), out);
    assertThat(out.resolve("figures/travel.png")).isNotEmptyFile();
    assertThat(out.resolve("figures/cell.svg")).isNotEmptyFile();
    Path png = folder.resolve("page.png");
    var seen = browser.screenshot(out.resolve("report.html"), png, 1280, 3000, false);
    assertThat(seen.console()).isEmpty();
    // The script has run: it names the button and the time.
    String dom = browser.dom(out.resolve("report.html")).dom();
    assertThat(dom)
        .contains("aria-valuetext=\"2.0 ms\"")
        .containsPattern("<button[^>]*>(Play|Next)");
  }

  @Test
  void thePageNeverScrollsSideways() throws Exception {
    Chromium browser = Chromium.orSkip(folder);
    Path out = Files.createDirectories(folder.resolve("out"));
    NerveCellReport.write(SCENE, COMMAND, Map.of(), out);
    int[] widths = {360, 620, 1280};
    StringBuilder frames = new StringBuilder("<!DOCTYPE html><meta charset='utf-8'><body>");
    for (int width : widths) {
      frames.append("<iframe style='border:0;width:").append(width);
      frames.append("px;height:800px' src='out/report.html'></iframe>");
    }
    frames.append(
        "<script>onload=()=>{for(const f of document.querySelectorAll('iframe')){const"
            + " r=f.contentDocument.documentElement;document.body.insertAdjacentHTML('beforeend',"
            + "'<p>'+r.clientWidth+' holds '+r.scrollWidth+'</p>')}}</script>");
    Path page = Files.writeString(folder.resolve("frames.html"), frames);
    String dom = browser.dom(page).dom();
    for (int width : widths) {
      assertThat(dom).contains("<p>" + width + " holds " + width + "</p>");
    }
  }
}
