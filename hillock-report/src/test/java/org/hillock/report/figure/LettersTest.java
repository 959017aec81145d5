package org.hillock.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.report.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LettersTest {

  @TempDir private Path folder;

  @Test
  void onlyTheFacesThatATextNeedsAreCarried() {
    assertThat(Letters.css("spike")).contains("'Hillock Sans'").doesNotContain("Hangul", "Signs");
    assertThat(Letters.css("10⁻⁸ 신경")).contains("'Hillock Signs'", "'Hillock Hangul'");
    assertThat(Letters.css("abc")).isEqualTo(Letters.css("cab")).hasSizeLessThan(40_000);
  }

  /** The browser may have any fonts: it shows the letters that the layout was measured with. */
  @Test
  void theBrowserShowsTheWidthsOfTheLayout() throws Exception {
    Chromium browser = Chromium.orSkip(folder);
    List<String> texts = List.of("Who fires when? (%)", "4.26 × 10⁻⁴", "−0.00822 µm", "축삭 언덕의 막전위");
    StringBuilder page = new StringBuilder("<!DOCTYPE html><meta charset='utf-8'><style>");
    page.append(Letters.css(String.join("", texts)));
    page.append("</style><svg font-family=\"").append(Typeface.FAMILY).append("\">");
    texts.forEach(t -> page.append("<text y='50' font-size='100'>").append(t).append("</text>"));
    page.append("</svg><script>document.fonts.ready.then(()=>document.querySelectorAll('text')");
    page.append(".forEach(t=>t.setAttribute('data-w','w'+t.getComputedTextLength())))</script>");
    String dom = browser.dom(Files.writeString(folder.resolve("letters.html"), page)).dom();
    Matcher widths = Pattern.compile("data-w=\"w([0-9.]+)\"").matcher(dom);
    for (String text : texts) {
      assertThat(widths.find()).as(text).isTrue();
      // Browsers round advances to a 64th of a px for each letter at the most.
      assertThat(Double.parseDouble(widths.group(1)))
          .as(String.format(Locale.ROOT, "width of '%s'", text))
          .isCloseTo(Typeface.width(text, 100), within(text.length() / 16.0));
    }
  }
}
