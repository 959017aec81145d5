package org.hillock.onnx.terms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sums over axes of one or two inputs, as an equation such as {@code bij,bjk->bik} says.
 *
 * @param inputs the letters of each input's axes
 * @param made the letters of the result's
 */
record Contraction(List<String> inputs, String made) {

  /** What reached an element; empty for equations with more inputs, or that leave things unsaid. */
  static Optional<Reached> of(Question q) {
    String equation = q.attributes().text("equation", "").replace(" ", "");
    int arrow = equation.indexOf("->");
    if (arrow < 0 || equation.contains(".") || q.inputs().size() > 2) {
      return Optional.empty();
    }
    List<String> inputs = Stream.of(equation.substring(0, arrow).split(",", -1)).toList();
    return inputs.size() == q.inputs().size()
        ? Optional.of(new Contraction(inputs, equation.substring(arrow + 2)).reached(q))
        : Optional.empty();
  }

  private Reached reached(Question q) {
    Map<Character, Integer> extents = new LinkedHashMap<>();
    for (int input = 0; input < inputs.size(); input++) {
      Places places = q.places(input);
      for (int axis = 0; axis < places.axes(); axis++) {
        extents.merge(inputs.get(input).charAt(axis), places.extent(axis), Math::max);
      }
    }
    Map<Character, Integer> at = new LinkedHashMap<>();
    for (int axis = 0; axis < made.length(); axis++) {
      at.put(made.charAt(axis), q.place()[axis]);
    }
    List<Character> summed = extents.keySet().stream().filter(c -> !at.containsKey(c)).toList();
    int[] over = summed.stream().mapToInt(c -> Objects.requireNonNull(extents.get(c))).toArray();
    Products sum = new Products(q);
    new Places(over)
        .each(cell -> {
          for (int i = 0; i < over.length; i++) {
            at.put(summed.get(i), cell[i]);
          }
          if (inputs.size() == 1) {
            sum.add(0, element(q, 0, at), 1);
          } else {
            sum.add(0, element(q, 0, at), 1, element(q, 1, at), 1);
          }
        });
    return sum;
  }

  private int element(Question q, int input, Map<Character, Integer> at) {
    int[] place =
        inputs.get(input).chars().map(c -> Objects.requireNonNull(at.get((char) c))).toArray();
    return q.places(input).stretched(place);
  }
}
