package org.hillock.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What every page must do in a browser, at every width. */
public final class BrowserChecks {

  private BrowserChecks() {}

  /** The page stands in frames of these widths; each frame tells how wide its content is. */
  public static void neverSideways(Chromium browser, Path page, int... widths)
      throws IOException, InterruptedException {
    String dom = inFrames(browser, page, "r.clientWidth+' holds '+r.scrollWidth", widths);
    for (int width : widths) {
      assertThat(dom).as("%s at %d px", page, width).contains("<p>" + width + " holds " + width);
    }
  }

  /** Each figure shows exactly one of its drawings, and all of it, inside the page. */
  public static void everyFigureIsSeen(Chromium browser, Path page, int... widths)
      throws IOException, InterruptedException {
    String count =
        "r.clientWidth+' of '+[...d.querySelectorAll('figure')].filter(f=>{const"
            + " s=[...f.querySelectorAll('svg')].map(e=>e.getBoundingClientRect())"
            + ".filter(b=>b.width>0&&b.height>0);return s.length!==1||s[0].left<0"
            + "||s[0].right>r.clientWidth+1}).length+' unseen of '"
            + "+(d.querySelectorAll('figure').length>0)";
    String dom = inFrames(browser, page, count, widths);
    for (int width : widths) {
      assertThat(dom)
          .as("%s at %d px", page, width)
          .contains("<p>" + width + " of 0 unseen of true");
    }
  }

  /** No letter of a figure that is shown reaches over an edge of it. */
  public static void everyLetterIsInside(Chromium browser, Path page, int... widths)
      throws IOException, InterruptedException {
    String count =
        "r.clientWidth+' cuts '+[...d.querySelectorAll('svg text')].filter(t=>{const"
            + " s=t.closest('svg').getBoundingClientRect(),b=t.getBoundingClientRect();"
            + "return s.width>0&&(b.left<s.left-1||b.right>s.right+1||b.bottom>s.bottom+4)})"
            + ".map(t=>t.textContent).join('|')+'.'";
    String dom = inFrames(browser, page, count, widths);
    for (int width : widths) {
      assertThat(dom).as("%s at %d px", page, width).contains("<p>" + width + " cuts .");
    }
  }

  /** Adds a paragraph for each width: what an expression of its document d and root r gives. */
  private static String inFrames(Chromium browser, Path page, String expression, int... widths)
      throws IOException, InterruptedException {
    StringBuilder frames = new StringBuilder("<!DOCTYPE html><meta charset='utf-8'><body>");
    for (int width : widths) {
      frames.append("<iframe style='border:0;width:").append(width);
      frames.append("px;height:800px' src='").append(page.getFileName()).append("'></iframe>");
    }
    frames.append("<script>onload=async()=>{for(const f of document.querySelectorAll('iframe')){");
    frames.append("const d=f.contentDocument,r=d.documentElement;");
    // Nothing is measured before the letters of the page are there.
    frames.append("await Promise.all([...d.fonts].map(l=>l.load()));");
    frames.append("document.body.insertAdjacentHTML('beforeend','<p>'+").append(expression);
    frames.append("+'</p>')}}</script>");
    Path around = Files.writeString(page.resolveSibling("frames.html"), frames);
    return browser.dom(around).dom();
  }
}
