package org.hillock.report.scene;

import java.util.Arrays;
import java.util.List;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/** A language that scenes are told in. */
public enum Language {
  ENGLISH("en", "English", ""),
  KOREAN("ko", "한국어", "_ko");

  private final String code;
  private final String title;
  private final String suffix;

  Language(String code, String title, String suffix) {
    this.code = code;
    this.title = title;
    this.suffix = suffix;
  }

  /**
   * The language of a code such as {@code en}.
   *
   * @throws UsageException where nothing is told in it
   */
  public static Language of(String code) {
    for (Language language : values()) {
      if (language.code.equals(code)) {
        return language;
      }
    }
    List<String> known = Arrays.stream(values()).map(Language::code).toList();
    throw new UsageException("--lang '" + code + "' is unknown; " + NearestName.hint(code, known));
  }

  /** As pages and the command line name it. */
  public String code() {
    return code;
  }

  /** Its name in itself. */
  public String title() {
    return title;
  }

  /** What stands at the end of the names of its files. */
  String suffix() {
    return suffix;
  }
}
