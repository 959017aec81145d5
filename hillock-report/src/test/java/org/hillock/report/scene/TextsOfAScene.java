package org.hillock.report.scene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Label;
import org.hillock.lab.scene.Picture;
import org.hillock.lab.scene.SceneResult;
import org.hillock.report.figure.Typeface;

/** Looks for what is wrong with the texts of a scene; each fault is a sentence. */
public final class TextsOfAScene {

  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}|^\\[[^]]*]$");
  private static final List<String> ALWAYS =
      List.of("title", "saying", "claim", "experiment", "control", "refuted", "told.1", "sources");

  private TextsOfAScene() {}

  /** All faults in all languages; none where everything is in order. */
  public static List<String> faults(SceneResult result) {
    List<String> faults = new ArrayList<>();
    List<SceneTexts> all =
        Stream.of(Language.values()).map(l -> SceneTexts.of(result.scene(), l)).toList();
    for (SceneTexts texts : all) {
      keys(result, texts, faults);
      told(result, texts, faults);
      letters(texts, faults);
      same(all.getFirst(), texts, faults);
    }
    return faults;
  }

  private static void keys(SceneResult result, SceneTexts texts, List<String> faults) {
    Set<String> needed = new LinkedHashSet<>(ALWAYS);
    Set<String> allowed = new LinkedHashSet<>();
    result.numbers().forEach(n -> needed.add("number." + n.id()));
    result.numbers().forEach(n -> allowed.add("unit." + n.unit()));
    result.claims().forEach(c -> needed.add("claim." + c.id()));
    result.pictures().forEach(p -> picture(p, needed, allowed));
    for (SceneResult.Verdict verdict : SceneResult.Verdict.values()) {
      allowed.add("verdict." + verdict);
    }
    for (int i = 2; texts.find("told." + i).isPresent(); i++) {
      allowed.add("told." + i);
    }
    for (String key : needed) {
      if (!texts.keys().contains(key) || texts.get(key).isBlank()) {
        faults.add(texts.file() + ": the key '" + key + "' is missing");
      }
    }
    for (String key : texts.keys()) {
      if (!needed.contains(key) && !allowed.contains(key)) {
        faults.add(texts.file() + ": nothing asks for the key '" + key + "'");
      }
    }
  }

  private static void picture(Picture picture, Set<String> needed, Set<String> allowed) {
    String before = "picture." + picture.id() + ".";
    needed.add(before + "title");
    needed.add(before + "caption");
    List<Label> labels =
        switch (picture) {
          case Picture.Lines p -> {
            needed.addAll(List.of(before + "x", before + "y"));
            yield p.curves().stream().map(Picture.Curve::label).toList();
          }
          case Picture.Dots p -> {
            needed.add(before + "x");
            yield p.rows().stream().map(Picture.Dot::label).toList();
          }
          case Picture.Spikes p -> p.lanes().stream().map(Picture.Lane::label).toList();
          case Picture.Shades p -> {
            allowed.addAll(List.of(before + "x", before + "y", before + "value"));
            yield Stream.concat(p.rows().stream(), p.columns().stream()).toList();
          }
          case Picture.Images p -> {
            allowed.add(before + "x");
            yield p.images().stream().map(Picture.Image::label).toList();
          }
          case Picture.Cell p -> p.spots().stream().map(Picture.Spot::label).toList();
          case Picture.Film _ -> {
            needed.add(before + "x");
            yield List.of();
          }
          case Picture.Graph p ->
              Stream.concat(
                      p.nodes().stream().map(Picture.Node::label),
                      p.edges().stream().map(Picture.Edge::label))
                  .toList();
        };
    labels.stream().filter(Label::key).forEach(l -> needed.add(before + l.text()));
  }

  /** Every number is told or claimed, and what is told is there. */
  private static void told(SceneResult result, SceneTexts texts, List<String> faults) {
    Set<String> known = new LinkedHashSet<>();
    result.numbers().forEach(n -> known.add("{" + n.id() + "}"));
    Set<String> pictures = new LinkedHashSet<>();
    result.pictures().forEach(p -> pictures.add("[" + p.id() + "]"));
    Set<String> told = new TreeSet<>();
    for (String key : texts.keys()) {
      for (String place : places(texts.get(key))) {
        if (place.startsWith("{") ? !known.contains(place) : !pictures.contains(place)) {
          faults.add(texts.file() + ": " + key + " asks for " + place + ", which is not there");
        }
        if (key.matches("told\\..*|verdict\\..*|claim|experiment|control|refuted")) {
          told.add(place);
        }
      }
    }
    for (Claim claim : result.claims()) {
      told.add("{" + claim.number() + "}");
    }
    for (Finding number : result.numbers()) {
      if (!told.contains("{" + number.id() + "}")) {
        faults.add(texts.file() + ": the number '" + number.id() + "' is neither told nor claimed");
      }
    }
  }

  private static void letters(SceneTexts texts, List<String> faults) {
    for (String key : texts.keys()) {
      texts
          .get(key)
          .codePoints()
          .filter(c -> c != '\n' && !Typeface.has(c))
          .distinct()
          .forEach(c ->
              faults.add(
                  texts.file()
                      + ": "
                      + key
                      + ": no figure can write '"
                      + Character.toString(c)
                      + "'"));
    }
  }

  private static void same(SceneTexts first, SceneTexts other, List<String> faults) {
    Set<String> keys = new LinkedHashSet<>(first.keys());
    keys.addAll(other.keys());
    keys.removeIf(k -> k.startsWith("unit."));
    for (String key : keys) {
      if (!first.keys().contains(key) || !other.keys().contains(key)) {
        faults.add(key + " is only in one of " + first.file() + " and " + other.file());
      } else if (!places(first.get(key)).equals(places(other.get(key)))) {
        faults.add(
            other.file()
                + ": "
                + key
                + " holds "
                + places(other.get(key))
                + ", but in "
                + first.file()
                + " "
                + places(first.get(key)));
      }
    }
  }

  /** Numbers and pictures in a text, sorted: languages put them in another order. */
  private static List<String> places(String text) {
    List<String> places = new ArrayList<>();
    Matcher m = PLACE.matcher(text);
    while (m.find()) {
      places.add(m.group());
    }
    places.sort(null);
    return places;
  }
}
