package org.hillock.report.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A word of the field in plain words, from {@code words.properties}: {@code ID.term}, {@code
 * ID.means}, and {@code ID.seen}, a regular expression for the forms in which it is met.
 *
 * @param id the same in all languages
 * @param term as it is listed
 * @param means what it means, in a sentence
 * @param seen finds it in a text
 */
public record Word(String id, String term, String means, Pattern seen) {

  private static final String FILE = "words";
  private static final String TERM = ".term";

  /** All of them in the order of their file. */
  public static List<Word> all(Language language) {
    SceneTexts texts = SceneTexts.of(FILE, language);
    return texts.keys().stream()
        .filter(key -> key.endsWith(TERM))
        .map(key -> key.substring(0, key.length() - TERM.length()))
        .map(id -> of(id, texts))
        .toList();
  }

  private static Word of(String id, SceneTexts texts) {
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    Pattern seen = Pattern.compile(texts.get(id + ".seen"), flags);
    return new Word(id, texts.get(id + TERM), texts.get(id + ".means"), seen);
  }

  /** Those that a scene is told with, in the order in which a reader meets them. */
  public static List<Word> met(ToldScene told) {
    String text = prose(told);
    Map<Integer, List<Word>> met = new TreeMap<>();
    for (Word word : all(told.texts().language())) {
      Matcher matcher = word.seen().matcher(text);
      if (matcher.find()) {
        met.computeIfAbsent(matcher.start(), _ -> new ArrayList<>()).add(word);
      }
    }
    return met.values().stream()
        .flatMap(at -> at.stream().sorted(Comparator.comparing(Word::id)))
        .toList();
  }

  /** What is read of a scene, in the order of its page. */
  private static String prose(ToldScene told) {
    SceneTexts texts = told.texts();
    Stream<String> before =
        Stream.of(
            "saying",
            "verdict." + told.result().verdict(),
            "claim",
            "experiment",
            "control",
            "refuted");
    Stream<String> story = texts.keys().stream().filter(k -> k.startsWith("told."));
    Stream<String> below =
        texts.keys().stream().filter(k -> k.startsWith("picture.") || k.startsWith("claim."));
    return Stream.of(before, story, below)
        .flatMap(s -> s)
        .map(texts::get)
        .collect(Collectors.joining("\n"));
  }
}
