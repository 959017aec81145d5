package org.hillock.app.verbs;

/** Names of networks and sites as parts of file names. */
final class FileName {

  private FileName() {}

  /** Letters, digits, {@code . _ -} stay; all else becomes {@code _}; never hidden, never empty. */
  static String of(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[.]+", "_");
    return plain.isEmpty() ? "_" : plain;
  }
}
