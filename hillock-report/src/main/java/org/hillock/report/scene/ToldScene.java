package org.hillock.report.scene;

import static java.lang.Character.UnicodeScript.HANGUL;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hillock.core.quantity.Quantity;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.SceneResult;
import org.hillock.report.ReportFigure;
import org.hillock.report.text.NumberText;

/** What a scene gave, in the words of a language. */
public final class ToldScene {

  /** A number in a text. */
  private static final Pattern NUMBER = Pattern.compile("\\{([a-z0-9.-]+)}");

  /** A paragraph that is a picture. */
  private static final Pattern PICTURE = Pattern.compile("\\[([a-z0-9-]+)]");

  /** Up to where a sentence ends. */
  private static final Pattern SENTENCE = Pattern.compile("[.!?](?=\\s+\\S)");

  private final SceneResult result;
  private final SceneTexts texts;

  /** A piece of a text. */
  public sealed interface Part {
    /** As it stands there. */
    record Words(String text) implements Part {}

    /** A number of the scene. */
    record Number(String id) implements Part {}
  }

  /** A paragraph of what is told. */
  public sealed interface Passage {
    /** Words with numbers. */
    record Paragraph(List<Part> parts) implements Passage {}

    /** A picture under its title. */
    record Shown(ReportFigure figure, String title, Picture picture) implements Passage {}
  }

  public ToldScene(SceneResult result, SceneTexts texts) {
    this.result = result;
    this.texts = texts;
  }

  public SceneResult result() {
    return result;
  }

  public SceneTexts texts() {
    return texts;
  }

  public String name() {
    return result.scene();
  }

  public String title() {
    return texts.get("title");
  }

  /** In a few words, such as that it holds. */
  public String verdictName() {
    return texts.get("verdict.name." + result.verdict());
  }

  /** What is to be said of it. */
  public List<Part> verdict() {
    return parts(texts.get("verdict." + result.verdict()));
  }

  /** Its first sentence, which says what came out: for those who read no further. */
  public String gist() {
    String whole = texts.get("verdict." + result.verdict());
    Matcher end = SENTENCE.matcher(whole);
    return filled(end.find() ? whole.substring(0, end.end()) : whole);
  }

  /** A text of the scene with its numbers set apart. */
  public List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher m = NUMBER.matcher(text);
    int from = 0;
    while (m.find()) {
      parts.add(new Part.Words(text.substring(from, m.start())));
      parts.add(new Part.Number(m.group(1)));
      from = m.end();
    }
    parts.add(new Part.Words(text.substring(from)));
    return parts;
  }

  /** A text with its numbers in their places. */
  public String filled(String text) {
    return NUMBER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(number(m.group(1))));
  }

  /** The story with its pictures; those that it does not place come last. */
  public List<Passage> passages() {
    List<Passage> passages = new ArrayList<>();
    Set<String> shown = new LinkedHashSet<>();
    for (int i = 1; texts.find("told." + i).isPresent(); i++) {
      String text = texts.get("told." + i);
      Matcher picture = PICTURE.matcher(text);
      if (picture.matches()) {
        shown.add(picture.group(1));
        passages.add(shown(picture(picture.group(1))));
      } else {
        passages.add(new Passage.Paragraph(parts(text)));
      }
    }
    result.pictures().stream()
        .filter(p -> !shown.contains(p.id()))
        .forEach(p -> passages.add(shown(p)));
    return passages;
  }

  private Passage shown(Picture picture) {
    String title = filled(texts.get("picture." + picture.id() + ".title"));
    return new Passage.Shown(figure(picture), title, picture);
  }

  private Picture picture(String id) {
    return result.pictures().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no picture '" + id + "'"));
  }

  /** All figures in the order of the scene. */
  public List<ReportFigure> figures() {
    return result.pictures().stream().map(this::figure).toList();
  }

  private ReportFigure figure(Picture picture) {
    String caption = filled(texts.get("picture." + picture.id() + ".caption"));
    return new ReportFigure(picture.id(), caption, new PictureDrawing(this, picture).drawable());
  }

  /** What stands at a part of a picture. */
  public String label(Picture picture, Label label) {
    return label.key()
        ? filled(texts.get("picture." + picture.id() + "." + label.text()))
        : label.text();
  }

  /** A number as people read it, with its unit. */
  public String number(String id) {
    return told(result.number(id).value(), result.number(id).unit());
  }

  /** A threshold in the unit of its number, with the sign of how the number must lie. */
  public String threshold(Claim claim) {
    return claim.relation().sign()
        + " "
        + told(claim.threshold(), result.number(claim.number()).unit());
  }

  /** What must be so. */
  public String says(Claim claim) {
    return filled(texts.get("claim." + claim.id()));
  }

  /** Whether it speaks for the claim or for the experiment. */
  public String kind(Claim claim) {
    return texts.get("kind." + claim.kind());
  }

  /** Whether it is so. */
  public String holds(Claim claim) {
    return texts.get(claim.holds() ? "holds.yes" : "holds.no");
  }

  private String told(double value, String unit) {
    if (Double.isNaN(value)) {
      return texts.get("none");
    }
    String number = NumberText.number(value);
    if (unit.isEmpty()) {
      return number;
    }
    String told = texts.find("unit." + unit).orElse(unit);
    // Korean writes the sign of percent and its own words for units without a space.
    boolean joined =
        texts.language() == Language.KOREAN
            && (told.equals("%") || Character.UnicodeScript.of(told.codePointAt(0)) == HANGUL);
    return number + (joined ? "" : " ") + told;
  }

  /** A number as scene.json holds it; empty where there is none. */
  public String exact(String id) {
    double value = result.number(id).value();
    return Double.isFinite(value) ? Quantity.text(value) : "";
  }

  /** What a number means. */
  public String meaning(Finding finding) {
    return texts.get("number." + finding.id());
  }

  /** Where more is to be read, one work each. */
  public List<String> sources() {
    return texts.get("sources").lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }
}
