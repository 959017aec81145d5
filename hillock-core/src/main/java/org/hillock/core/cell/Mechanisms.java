package org.hillock.core.cell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hillock.core.equation.MechanismText;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;

/**
 * The mechanisms that come with Hillock: the resources {@code mechanisms/*.mechanism} beside this
 * class, listed in {@code mechanisms/index.txt}.
 */
public final class Mechanisms {

  private static final String FOLDER = "mechanisms/";
  private static final String ENDING = ".mechanism";
  private static final Map<String, MechanismText> READ = new ConcurrentHashMap<>();

  private Mechanisms() {}

  /** Their names, in the order of the index. */
  public static List<String> names() {
    return resource("index.txt")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /**
   * The one of that name.
   *
   * @param path where the name stands, for messages
   * @throws UsageException with the nearest known name
   */
  public static MechanismText named(String path, String name) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new UsageException(
          path, "mechanism '" + name + "' is unknown; " + NearestName.hint(name, names));
    }
    return READ.computeIfAbsent(
        name, _ -> MechanismText.read(name + ENDING, resource(name + ENDING)));
  }

  private static String resource(String file) {
    try (InputStream in = Mechanisms.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("resource " + FOLDER + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
