package org.hillock.formats.yaml;

import java.util.function.Supplier;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.yaml.YamlNode.Entry;
import org.hillock.formats.yaml.YamlNode.Mapping;
import org.hillock.formats.yaml.YamlNode.Scalar;
import org.hillock.formats.yaml.YamlNode.Sequence;

/** Gives a problem its full path and, at the door, its file and line. */
final class Place {

  private Place() {}

  /** The result, or its problem with a path that begins with {@code path}. */
  static <T> T within(String path, Supplier<T> made) {
    try {
      return made.get();
    } catch (UsageException e) {
      throw new UsageException(joined(path, e.path()), said(e));
    }
  }

  /** A record that knows its whole path says it whole; a smaller one only its own part. */
  private static String joined(String path, String told) {
    if (told.isEmpty() || path.startsWith(told + ".")) {
      return path;
    }
    return told.equals(path) || told.startsWith(path + ".") || told.startsWith(path + "[")
        ? told
        : path + "." + told;
  }

  private static String said(UsageException e) {
    String message = String.valueOf(e.getMessage());
    return e.path().isEmpty() ? message : message.substring(e.path().length() + 2);
  }

  /** The same problem with file and line. */
  static UsageException located(UsageException e, YamlNode root, String fileName) {
    // rules stand beside the word 'connect' in the file and inside the connectivity in memory
    String path = e.path().replaceFirst("^(projections\\.[^.]+)\\.connect\\.", "$1.");
    String place = path.isEmpty() ? "" : path + ": ";
    return new UsageException(
        fileName + ": " + place + said(e) + " (line " + line(root, path) + ")");
  }

  /** The line of the deepest part of the path that the file has. */
  private static int line(YamlNode root, String path) {
    YamlNode node = root;
    int line = root.line();
    String[] steps = path.split("\\.|(?=\\[)");
    for (int i = 0; i < steps.length; i++) {
      String step = steps[i];
      if (node instanceof Mapping mapping
          && i + 1 < steps.length
          && mapping.entries().containsKey(step + steps[i + 1])) {
        // a key with a number in brackets, such as dend[0]
        step += steps[++i];
      }
      if (node instanceof Mapping mapping && mapping.entries().get(step) instanceof Entry entry) {
        node = entry.value();
        line = node instanceof Scalar ? node.line() : entry.keyLine();
      } else if (node instanceof Sequence sequence && index(step, sequence) >= 0) {
        node = sequence.items().get(index(step, sequence));
        line = node.line();
      } else {
        break;
      }
    }
    return line;
  }

  private static int index(String step, Sequence sequence) {
    if (!step.matches("\\[\\d{1,9}]")) {
      return -1;
    }
    int index = Integer.parseInt(step.substring(1, step.length() - 1));
    return index < sequence.items().size() ? index : -1;
  }
}
