package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hillock.core.problem.NearestName;
import org.hillock.core.problem.UsageException;
import org.hillock.core.quantity.Quantity;
import org.hillock.core.quantity.Unit;
import org.hillock.formats.yaml.YamlNode.Entry;
import org.hillock.formats.yaml.YamlNode.Kind;
import org.hillock.formats.yaml.YamlNode.Mapping;
import org.hillock.formats.yaml.YamlNode.Scalar;
import org.hillock.formats.yaml.YamlNode.Sequence;

/**
 * A mapping of the file whose values are asked for by key and type.
 *
 * @param path of the mapping, empty for the whole file
 */
record Fields(String path, Map<String, Entry> entries) {

  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,19}");
  private static final int LONGEST_QUANTITY = 100;

  /** The mapping at a node, whatever its keys. */
  static Fields of(String path, YamlNode node) {
    if (node instanceof Mapping mapping) {
      return new Fields(path, mapping.entries());
    }
    throw new UsageException(path, node.described() + " stands where a mapping is needed");
  }

  /** The same, where it has no other keys than these. */
  Fields allowing(Collection<String> known) {
    for (String key : entries.keySet()) {
      if (!known.contains(key)) {
        throw new UsageException(
            at(key), "key '" + key + "' is unknown; " + NearestName.hint(key, known));
      }
    }
    return this;
  }

  Set<String> keys() {
    return entries.keySet();
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  YamlNode node(String key) {
    return optional(key).orElseThrow(() -> new UsageException(path, "'" + key + "' is missing"));
  }

  Optional<YamlNode> optional(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  Fields mapping(String key) {
    return of(at(key), node(key));
  }

  String text(String key) {
    return text(at(key), node(key));
  }

  Optional<String> optionalText(String key) {
    return optional(key).map(node -> text(at(key), node));
  }

  static String text(String path, YamlNode node) {
    if (node instanceof Scalar(String text, Kind kind, int _) && kind == Kind.TEXT) {
      return text;
    }
    boolean quotable = node instanceof Scalar scalar && scalar.kind() != Kind.EMPTY;
    throw new UsageException(
        path,
        node.described() + " stands where text is needed" + (quotable ? "; put it in quotes" : ""));
  }

  /** One of the known words. */
  String word(String key, Collection<String> known) {
    String word = text(key);
    if (!known.contains(word)) {
      throw new UsageException(
          at(key), "'" + word + "' is unknown; " + NearestName.hint(word, known));
    }
    return word;
  }

  boolean flag(String key) {
    if (node(key) instanceof Scalar(String text, Kind kind, int _) && kind == Kind.BOOLEAN) {
      return Boolean.parseBoolean(text);
    }
    throw new UsageException(at(key), node(key).described() + " is not true or false");
  }

  long whole(String key) {
    return whole(at(key), node(key));
  }

  int count(String key) {
    return count(at(key), node(key));
  }

  static int count(String path, YamlNode node) {
    long whole = whole(path, node);
    if (whole != (int) whole) {
      throw new UsageException(
          path, whole + " is not within " + Integer.MIN_VALUE + ".." + Integer.MAX_VALUE);
    }
    return (int) whole;
  }

  private static long whole(String path, YamlNode node) {
    if (node instanceof Scalar(String text, Kind _, int _) && WHOLE.matcher(text).matches()) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new UsageException(path, text + " is beyond ±2^63");
      }
    }
    throw new UsageException(path, node.described() + " is not a whole number");
  }

  Quantity quantity(String key) {
    return quantity(at(key), node(key));
  }

  static Quantity quantity(String path, YamlNode node) {
    if (!(node instanceof Scalar(String text, Kind kind, int _))
        || kind == Kind.BOOLEAN
        || kind == Kind.EMPTY
        || text.length() > LONGEST_QUANTITY) {
      throw new UsageException(
          path, node.described() + " stands where a number with a unit is needed, such as '20 ms'");
    }
    return Place.within(path, () -> Quantity.parse(text));
  }

  double number(String key) {
    return number(at(key), node(key));
  }

  static double number(String path, YamlNode node) {
    Quantity quantity = quantity(path, node);
    return Place.within(path, () -> quantity.in(Unit.NONE));
  }

  static List<YamlNode> list(String path, YamlNode node) {
    if (node instanceof Sequence sequence) {
      return sequence.items();
    }
    throw new UsageException(path, node.described() + " stands where a list is needed");
  }

  static double[] numbers(String path, YamlNode node) {
    List<YamlNode> items = list(path, node);
    double[] all = new double[items.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = number(path + "[" + i + "]", items.get(i));
    }
    return all;
  }

  static List<String> texts(String path, YamlNode node) {
    List<YamlNode> items = list(path, node);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      all.add(text(path + "[" + i + "]", items.get(i)));
    }
    return all;
  }
}
