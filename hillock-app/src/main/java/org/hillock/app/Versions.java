package org.hillock.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Versions of Hillock and of what it computes with, as they were built. */
public final class Versions {

  private static final String RESOURCE = "versions.properties";

  private Versions() {}

  /** Version of Hillock. */
  public static String hillock() {
    return built().getProperty("hillock");
  }

  /** By name: Hillock, JDK, DJL, PyTorch, DuckDB, the operating system and its processor. */
  public static Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    Properties built = built();
    built.stringPropertyNames().forEach(name -> all.put(name, built.getProperty(name)));
    all.put("jdk", Runtime.version().toString());
    all.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return all;
  }

  private static Properties built() {
    Properties properties = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the installation");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
