package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.core.network.Presentation;
import org.hillock.core.network.Presentation.Order;
import org.hillock.core.network.Shape;
import org.hillock.core.quantity.Dimension;
import org.hillock.core.quantity.Quantity;

/** How a picture comes to a network, read from its file and written to it. */
final class PresentationFields {

  static final List<String> ORDERS =
      Arrays.stream(Order.values()).map(PresentationFields::word).toList();

  private PresentationFields() {}

  private static String word(Order order) {
    return order.name().toLowerCase(Locale.ROOT);
  }

  static Presentation read(Fields fields) {
    fields.allowing(Vocabulary.PRESENTATION);
    String path = fields.at("picture");
    List<Integer> extents = new ArrayList<>();
    List<YamlNode> items = Fields.list(path, fields.node("picture"));
    for (int i = 0; i < items.size(); i++) {
      extents.add(Fields.count(path + "[" + i + "]", items.get(i)));
    }
    Shape picture = Place.within(path, () -> new Shape(extents));
    Order order = Order.values()[ORDERS.indexOf(fields.word("order", ORDERS))];
    Quantity frame = fields.quantity("frame");
    boolean counted = frame.unit().dimension().equals(Dimension.NONE);
    Quantity after =
        fields.has("after")
            ? fields.quantity("after")
            : counted ? Quantity.of(0) : Quantity.of(0, "ms");
    Quantity step = counted && !fields.has("step") ? Quantity.of(1) : fields.quantity("step");
    return new Presentation(picture, order, frame, after, step);
  }

  static YamlNode tree(Presentation presentation) {
    Map<String, YamlNode> all = new LinkedHashMap<>();
    all.put(
        "picture",
        ValuesTree.sequence(
            presentation.picture().extents().stream().map(ValuesTree::whole).toList()));
    all.put("order", ValuesTree.text(word(presentation.order())));
    all.put("frame", ValuesTree.quantity(presentation.frame()));
    if (presentation.after().value() != 0) {
      all.put("after", ValuesTree.quantity(presentation.after()));
    }
    if (!presentation.countsPasses()) {
      all.put("step", ValuesTree.quantity(presentation.step()));
    }
    return NetworkTree.mapping(all);
  }
}
