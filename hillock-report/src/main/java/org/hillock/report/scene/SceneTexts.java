package org.hillock.report.scene;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.hillock.core.problem.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one scene in one language: {@code NAME.properties} or {@code NAME_ko.properties}
 * beside this class, in UTF-8, and what all scenes share in {@code scenes.properties}.
 *
 * <p>One language never fills in for another: a key that is missing is a mistake, and named.
 */
public final class SceneTexts {

  private static final String SHARED = "scenes";

  private final String file;
  private final Language language;
  private final Map<String, String> own;
  private final Map<String, String> shared;

  private SceneTexts(
      String file, Language language, Map<String, String> own, Map<String, String> shared) {
    this.file = file;
    this.language = language;
    this.own = own;
    this.shared = shared;
  }

  /**
   * The texts of a scene.
   *
   * @throws FailureException where the scene has none in that language, or has a key twice
   */
  public static SceneTexts of(String scene, Language language) {
    String file = scene + language.suffix() + ".properties";
    return new SceneTexts(file, language, read(file), read(SHARED + language.suffix()));
  }

  /** Only what all scenes share. */
  public static SceneTexts shared(Language language) {
    String file = SHARED + language.suffix() + ".properties";
    return new SceneTexts(file, language, Map.of(), read(file));
  }

  private static Map<String, String> read(String name) {
    String file = name.endsWith(".properties") ? name : name + ".properties";
    Ordered texts = new Ordered(file);
    try (InputStream in = SceneTexts.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new FailureException("the texts " + file + " are missing from the class path");
      }
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      texts.load(reader);
    } catch (IOException e) {
      throw new FailureException("the texts " + file + " cannot be read", e);
    }
    return texts.all;
  }

  /**
   * A text.
   *
   * @throws FailureException which names the file and the key, where it is missing
   */
  public String get(String key) {
    return find(key)
        .orElseThrow(() -> new FailureException(file + ": the key '" + key + "' is missing"));
  }

  /** A text that may be missing. */
  public Optional<String> find(String key) {
    @Nullable String text = own.getOrDefault(key, shared.get(key));
    return Optional.ofNullable(text);
  }

  /** Keys of the scene's own file, in their order. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(own.keySet());
  }

  public Language language() {
    return language;
  }

  /** Name of the scene's own file. */
  public String file() {
    return file;
  }

  /** Keeps the order, and takes no key twice. */
  private static final class Ordered extends Properties {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> all = new LinkedHashMap<>();
    private final String file;

    Ordered(String file) {
      this.file = file;
    }

    @Override
    public synchronized @Nullable Object put(Object key, Object value) {
      if (all.put(key.toString(), value.toString().strip()) != null) {
        throw new FailureException(file + ": the key '" + key + "' stands there twice");
      }
      return null;
    }
  }
}
