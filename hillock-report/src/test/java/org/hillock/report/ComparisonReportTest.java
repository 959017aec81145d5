package org.hillock.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hillock.core.problem.FailureException;
import org.hillock.lab.comparison.Comparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ComparisonReportTest {

  @TempDir Path folder;

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static List<Element> elements(Document document, String tag) {
    NodeList nodes = document.getElementsByTagNameNS("*", tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private String page(Comparison comparison) throws Exception {
    ComparisonReport.write(comparison, folder.resolve("out"));
    return Files.readString(folder.resolve("out/report.html"));
  }

  @Test
  void writesEverythingThatThePageLinksTo() throws Exception {
    Document page = xml(page(SampleComparisons.digits()));
    List<String> links = elements(page, "a").stream().map(a -> a.getAttribute("href")).toList();
    assertThat(links).contains("comparison.json", "figures/accuracy.svg", "figures/damage.png");
    for (String link : links) {
      if (link.startsWith("#")) {
        assertThat(ids(page.getElementsByTagName("*"))).contains(link.substring(1));
      } else {
        assertThat(folder.resolve("out").resolve(link)).isRegularFile();
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("out"));
    }
  }

  private static List<String> ids(NodeList all) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      ids.add(((Element) all.item(i)).getAttribute("id"));
    }
    return ids;
  }

  /** The first page: a line for each axis, and the anchors with how they were measured. */
  @Test
  void opensWithWhereEachLies() throws Exception {
    String page = page(SampleComparisons.digits());
    assertThat(page.indexOf("id=\"places\""))
        .isPositive()
        .isLessThan(page.indexOf("id=\"summary\""));
    for (var anchor : org.hillock.lab.comparison.Anchors.shipped().all()) {
      assertThat(page).contains(anchor.name(), anchor.made());
    }
    assertThat(folder.resolve("out/figures/places.png")).isNotEmptyFile();
    Chromium browser = Chromium.orSkip(folder);
    BrowserChecks.everyFigureIsSeen(browser, folder.resolve("out/report.html"), 390, 1280);
    BrowserChecks.neverSideways(browser, folder.resolve("out/report.html"), 390, 1280);
  }

  @Test
  void everyFileOfAFigureIsWhole() throws Exception {
    ComparisonReport.write(SampleComparisons.digits(), folder.resolve("out"));
    try (Stream<Path> files = Files.list(folder.resolve("out/figures"))) {
      for (Path file : files.toList()) {
        if (file.toString().endsWith(".svg")) {
          assertThat(xml(Files.readString(file)).getDocumentElement().getLocalName())
              .isEqualTo("svg");
        } else {
          assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(2 * (720 + 24));
        }
      }
    }
  }

  @Test
  void numbersOfThePageEqualThoseOfTheJson() throws Exception {
    Comparison comparison = SampleComparisons.digits();
    Document page = xml(page(comparison));
    JsonNode json =
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(folder.resolve("out/comparison.json")));
    int compared = 0;
    for (Element data : elements(page, "data")) {
      if (!data.hasAttribute("data-axis")) {
        continue;
      }
      JsonNode network = named(json.get("networks"), data.getAttribute("data-network"));
      String axis = data.getAttribute("data-axis");
      JsonNode value =
          network.has(axis) ? network.get(axis) : network.get("axes").get(axis).get("value");
      assertThat(data.getAttribute("data-value")).isEqualTo(value.toString());
      compared++;
    }
    // Accuracy, neurons, synapses, and eight axes three times; two networks have no timing.
    assertThat(compared).isEqualTo(3 * 3 + 3 * (8 * 3 - 2));
  }

  private static JsonNode named(JsonNode networks, String name) {
    for (JsonNode network : networks) {
      if (network.get("name").stringValue().equals(name)) {
        return network;
      }
    }
    throw new AssertionError("no network '" + name + "'");
  }

  @Test
  void loadsNothingFromElsewhere() throws Exception {
    Document page = xml(page(SampleComparisons.hostile()));
    assertThat(elements(page, "script")).isEmpty();
    assertThat(elements(page, "img")).isEmpty();
    assertThat(elements(page, "iframe")).isEmpty();
    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element e = (Element) all.item(i);
      assertThat(e.getAttribute("href")).doesNotStartWith("http");
      assertThat(e.getAttribute("src")).isEmpty();
    }
    // The letters stand in the page itself.
    String style = elements(page, "style").getFirst().getTextContent();
    assertThat(style.replace("url(data:font/ttf;base64,", ""))
        .isNotEqualTo(style)
        .doesNotContain("url(", "@import");
  }

  @Test
  void namesAreTextAndNeverMarkupOrPaths() throws Exception {
    String page = page(SampleComparisons.hostile());
    assertThat(page).doesNotContain("<script", "<img", "\u0000", "\u001b");
    assertThat(page).contains("&lt;script&gt;");
    try (Stream<Path> files = Files.list(folder.resolve("out/figures"))) {
      assertThat(files).allMatch(f -> f.getFileName().toString().matches("[a-z0-9-]+\\.(svg|png)"));
    }
  }

  @Test
  void headingsFollowEachOtherAndTablesNameTheirRowsAndColumns() throws Exception {
    Document page = xml(page(SampleComparisons.digits()));
    int last = 0;
    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      String tag = all.item(i).getLocalName();
      if (tag.matches("h[1-6]")) {
        int level = tag.charAt(1) - '0';
        assertThat(level).isLessThanOrEqualTo(last + 1);
        last = level;
      }
    }
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(elements(page, "th")).allMatch(th -> th.hasAttribute("scope"));
    assertThat(elements(page, "svg")).allMatch(s -> !s.getAttribute("aria-label").isBlank());
  }

  @Test
  void anExistingFolderKeepsItsOtherFiles() throws Exception {
    Path out = folder.resolve("out");
    Files.createDirectories(out);
    Files.writeString(out.resolve("timings.json"), "{}");
    ComparisonReport.write(SampleComparisons.digits(), out);
    byte[] first = Files.readAllBytes(out.resolve("report.html"));
    ComparisonReport.write(SampleComparisons.digits(), out);
    assertThat(out.resolve("timings.json")).hasContent("{}");
    assertThat(Files.readAllBytes(out.resolve("report.html"))).isEqualTo(first);
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(
            () -> ComparisonReport.write(SampleComparisons.digits(), file.resolve("out")))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("file/out");
  }

  /** Damage 0.93 (0.88 to 0.96) beside 0.89 (0.84 to 0.92); costs were counted, in two units. */
  @Test
  void valuesWhoseIntervalsMeetAreNotToldApart() throws Exception {
    String page = page(SampleComparisons.many(2));
    String open = after(page, "Where they are not told apart");
    assertThat(open).contains("Damage", "The sum").doesNotContain("Cost", "Size", "Direction");
    assertThat(page).doesNotContain("Where they differ");
    assertThat(after(page, "Where they are the same")).contains("Size", "Direction");
    String costs = after(page(SampleComparisons.hostile()), "Where they differ");
    assertThat(costs).contains("Cost").doesNotContain("The sum");
  }

  /** The list under a heading. */
  private static String after(String page, String heading) {
    String rest = page.substring(page.indexOf(heading));
    return rest.substring(0, rest.indexOf("</ul>"));
  }

  @Test
  void oneToEightNetworksWithLongNames() throws Exception {
    for (int count : new int[] {1, 2, 8}) {
      assertThat(elements(xml(page(SampleComparisons.many(count))), "article")).hasSize(count);
    }
  }
}
