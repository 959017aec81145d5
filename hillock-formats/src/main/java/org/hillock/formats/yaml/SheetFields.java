package org.hillock.formats.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.network.Across;
import org.hillock.core.network.Connectivity.Convolution;
import org.hillock.core.network.Connectivity.Pooling;
import org.hillock.core.network.Margins;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.yaml.YamlNode.Sequence;

/** What is said of a kernel or window that slides over a sheet, read and written. */
final class SheetFields {

  static final String CONVOLUTION = "convolution";
  static final String MAX = "max-pooling";
  static final String MEAN = "mean-pooling";

  private SheetFields() {}

  static Convolution convolution(Fields f) {
    return new Convolution(
        f.count("height"),
        f.count("width"),
        across(f, "stride"),
        margins(f),
        f.has("dilation") ? across(f, "dilation") : Across.ONE,
        f.has("groups") ? f.count("groups") : 1);
  }

  /** Windows lie side by side, and without padding, where nothing else is said. */
  static Pooling pooling(Pooling.Kind kind, Fields f) {
    int height = f.count("height");
    int width = f.count("width");
    return new Pooling(
        kind,
        height,
        width,
        f.has("stride") ? across(f, "stride") : new Across(height, width),
        f.has("padding") ? margins(f) : Margins.NONE,
        f.has("count_padding") && f.flag("count_padding"));
  }

  private static Across across(Fields f, String key) {
    if (!(f.node(key) instanceof Sequence(List<YamlNode> items, int _))) {
      return Across.both(f.count(key));
    }
    if (items.size() != 2) {
      throw new UsageException(
          f.at(key), "has " + items.size() + " numbers; give one, or [vertical, horizontal]");
    }
    return new Across(count(f, key, items, 0), count(f, key, items, 1));
  }

  private static Margins margins(Fields f) {
    String key = "padding";
    if (!(f.node(key) instanceof Sequence(List<YamlNode> items, int _))) {
      int same = f.count(key);
      return Place.within(f.path(), () -> Margins.all(same));
    }
    if (items.size() != 4) {
      throw new UsageException(
          f.at(key), "has " + items.size() + " numbers; give one, or [top, left, bottom, right]");
    }
    int top = count(f, key, items, 0);
    int left = count(f, key, items, 1);
    int bottom = count(f, key, items, 2);
    int right = count(f, key, items, 3);
    return Place.within(f.path(), () -> new Margins(top, left, bottom, right));
  }

  private static int count(Fields f, String key, List<YamlNode> items, int i) {
    return Fields.count(f.at(key) + "[" + i + "]", items.get(i));
  }

  static Map<String, YamlNode> tree(Convolution c) {
    Map<String, YamlNode> all = sizes(c.height(), c.width());
    all.put("stride", tree(c.stride()));
    all.put("padding", tree(c.padding()));
    if (!c.dilation().equals(Across.ONE)) {
      all.put("dilation", tree(c.dilation()));
    }
    if (c.groups() != 1) {
      all.put("groups", ValuesTree.whole(c.groups()));
    }
    return all;
  }

  static Map<String, YamlNode> tree(Pooling pool) {
    Map<String, YamlNode> all = sizes(pool.height(), pool.width());
    all.put("stride", tree(pool.stride()));
    if (!pool.padding().equals(Margins.NONE)) {
      all.put("padding", tree(pool.padding()));
    }
    if (pool.countPadding()) {
      all.put("count_padding", ValuesTree.flag(true));
    }
    return all;
  }

  private static Map<String, YamlNode> sizes(int height, int width) {
    Map<String, YamlNode> all = new LinkedHashMap<>();
    all.put("height", ValuesTree.whole(height));
    all.put("width", ValuesTree.whole(width));
    return all;
  }

  private static YamlNode tree(Across a) {
    return a.vertical() == a.horizontal()
        ? ValuesTree.whole(a.vertical())
        : ValuesTree.sequence(
            List.of(ValuesTree.whole(a.vertical()), ValuesTree.whole(a.horizontal())));
  }

  private static YamlNode tree(Margins m) {
    return m.equals(Margins.all(m.top()))
        ? ValuesTree.whole(m.top())
        : ValuesTree.sequence(
            List.of(
                ValuesTree.whole(m.top()),
                ValuesTree.whole(m.left()),
                ValuesTree.whole(m.bottom()),
                ValuesTree.whole(m.right())));
  }
}
