package org.hillock.report.json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tree of facts that grows key by key; what is not a number becomes null. */
public final class Tree {

  private final Map<String, @Nullable Object> facts = new LinkedHashMap<>();

  public Tree put(String key, double value) {
    facts.put(key, known(value));
    return this;
  }

  public Tree put(String key, long value) {
    facts.put(key, value);
    return this;
  }

  public Tree put(String key, double[] values) {
    facts.put(key, Arrays.stream(values).mapToObj(Tree::known).toList());
    return this;
  }

  public Tree put(String key, Object value) {
    facts.put(key, value instanceof Tree tree ? tree.facts : value);
    return this;
  }

  public Tree put(String key, List<Tree> trees) {
    facts.put(key, trees.stream().map(Tree::map).toList());
    return this;
  }

  private static @Nullable Object known(double value) {
    return Double.isFinite(value) ? (Object) value : null;
  }

  public Map<String, @Nullable Object> map() {
    return facts;
  }
}
