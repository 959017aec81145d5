package org.hillock.report.html;

import org.hillock.lab.comparison.Compared;
import org.hillock.lab.comparison.Comparison;

/** The answers to the example images as text, for those who cannot see the figure. */
record AnswerTable(Comparison comparison) {

  void write(Markup page) {
    page.open("details").element("summary", "The answers as a table");
    page.open("div", "class", "scroll", "tabindex", "0");
    page.open("table").open("thead").open("tr");
    page.element("th", "Image", "scope", "col").element("th", "It is a", "scope", "col");
    comparison.networks().forEach(n -> page.element("th", n.name(), "scope", "col"));
    page.end().end().open("tbody");
    for (int i = 0; i < comparison.examples().size(); i++) {
      Comparison.Example example = comparison.examples().get(i);
      page.open("tr").element("th", Integer.toString(i + 1), "scope", "row");
      page.element("td", Integer.toString(example.label()));
      for (Compared network : comparison.networks()) {
        Integer answer = example.answers().get(network.name());
        page.element("td", answer == null ? "–" : said(answer, example.label()));
      }
      page.end();
    }
    page.end().end().end().end();
  }

  private static String said(int answer, int label) {
    return answer + (answer == label ? " ✓" : " ✗ wrong");
  }
}
