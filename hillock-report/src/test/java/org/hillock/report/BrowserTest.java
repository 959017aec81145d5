package org.hillock.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {

  @TempDir Path folder;

  @Test
  void thePageRendersWithoutAWordOnTheConsole() throws Exception {
    Chromium browser = Chromium.orSkip(folder);
    ComparisonReport.write(SampleComparisons.digits(), folder.resolve("out"));
    Path png = folder.resolve("page.png");
    Chromium.Seen seen =
        browser.screenshot(folder.resolve("out/report.html"), png, 1280, 3000, false);
    assertThat(png).isNotEmptyFile();
    assertThat(seen.console()).isEmpty();
  }

  /** The page stands in frames of many widths; each frame tells how wide its content is. */
  @Test
  void thePageNeverScrollsSideways() throws Exception {
    Chromium browser = Chromium.orSkip(folder);
    ComparisonReport.write(SampleComparisons.many(8), folder.resolve("out"));
    StringBuilder frames = new StringBuilder("<!DOCTYPE html><meta charset='utf-8'><body>");
    int[] widths = {360, 390, 620, 768, 1280, 1600};
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
