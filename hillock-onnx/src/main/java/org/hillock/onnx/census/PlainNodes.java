package org.hillock.onnx.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator.Normalisation;
import org.hillock.core.census.Operator.Products;

/** Normalisation, and values added to or multiplied with values one by one. */
final class PlainNodes {

  private PlainNodes() {}

  /**
   * Normalisation with learnt factors and summands.
   *
   * @param scale the input that holds the factors; the next one holds the summands
   */
  static void normalisation(Node node, GraphCount count, int scale) {
    long scales = node.kept(scale) ? node.size(scale).orElse(0) : 0;
    boolean simple = node.operator().contains("Simplified") || node.operator().startsWith("RMS");
    boolean shifted = !simple && node.kept(scale + 1);
    long shifts = shifted ? node.size(scale + 1).orElse(0) : 0;
    String kind =
        simple
            ? "rms"
            : node.operator().replaceAll("Skip|Normalization", "").toLowerCase(Locale.ROOT);
    Normalisation normalisation =
        new Normalisation(kind, scales, shifts, node.size(0).orElse(scales));
    List<String> kept = new ArrayList<>();
    if (node.kept(scale)) {
      kept.add(node.input(scale));
    }
    if (shifted) {
      kept.add(node.input(scale + 1));
    }
    count.normalisation(node, Layer.of(node.name(), normalisation), kept);
    int bias = simple ? scale + 1 : scale + 2;
    if (scale == 2 && node.kept(bias)) {
      count.constants(node.name() + ".bias", "biases", List.of(node.input(bias)));
    }
  }

  /** Sums, differences, products, quotients. */
  static void arithmetic(Node node, GraphCount count) {
    List<String> learnt = new ArrayList<>();
    for (int i = 0; i < node.proto().getInputCount(); i++) {
      if (node.kept(i) && count.kept().learnt(node.input(i))) {
        learnt.add(node.input(i));
      }
    }
    List<Integer> fed = node.fed();
    boolean sum = node.operator().equals("Add") || node.operator().equals("Sum");
    if (learnt.isEmpty()) {
      if (node.operator().equals("Mul") && fed.size() == 2) {
        products(node, count);
      } else {
        count.weightless(node);
      }
      return;
    }
    boolean biased =
        sum
            && fed.size() == 1
            && learnt.size() == 1
            && count.bias(node.input(fed.getFirst()), learnt.getFirst(), node.output());
    if (!biased) {
      count.constants(node.name(), sum ? "summands" : "factors", learnt);
      count.weightless(node);
    }
  }

  private static void products(Node node, GraphCount count) {
    if (node.outputSize().isEmpty()) {
      count.uncounted(node, "how many values it multiplies depends on what is fed");
      return;
    }
    long size = node.outputSize().getAsLong();
    count.add(Layer.of(node.name(), Products.elementwise("products", size)));
    count.pass(node);
  }
}
