package org.hillock.onnx.terms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.session.SiteRef;

/**
 * One element of a value of a graph.
 *
 * @param value its name
 * @param flat number of the element in the whole value, the last axis fastest
 */
public record Element(String value, int flat) {

  private static final int WITH_TOKENS = 3;

  /**
   * Its address: the batch is named where the value has more than one row, the token where it has
   * tokens, and the neuron is what is left, as the bench counts it.
   *
   * @param dims of the value
   */
  SiteRef site(List<Long> dims) {
    Map<String, List<SiteRef.Range>> axes = new LinkedHashMap<>();
    Places places = Places.of(dims);
    int neuron = flat;
    if (dims.size() >= 2) {
      int[] place = places.of(flat);
      if (places.extent(0) > 1) {
        axes.put("batch", only(place[0]));
      }
      if (dims.size() == WITH_TOKENS) {
        axes.put("token", only(place[1]));
        neuron = place[2];
      } else {
        int row = 1;
        for (int axis = 1; axis < places.axes(); axis++) {
          row *= places.extent(axis);
        }
        neuron = flat % row;
      }
    }
    return new SiteRef(value, only(neuron), axes, Optional.of("value"));
  }

  private static List<SiteRef.Range> only(int index) {
    return List.of(new SiteRef.Range(index, index));
  }
}
