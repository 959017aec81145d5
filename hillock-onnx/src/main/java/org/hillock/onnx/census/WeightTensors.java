package org.hillock.onnx.census;

import org.hillock.core.census.WeightSigns;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.graph.TensorData;
import org.hillock.onnx.proto.TensorProto;

/** Reads the weights that a graph uses. */
final class WeightTensors {

  private WeightTensors() {}

  /** How many of them are above, below and at 0; whole numbers stand for others and are unread. */
  static WeightSigns signs(OnnxFile file, GraphCount count) {
    WeightSigns signs = WeightSigns.NONE;
    for (TensorProto tensor : count.used()) {
      signs = signs.plus(of(file.tensor(tensor)));
    }
    return signs;
  }

  private static WeightSigns of(TensorData data) {
    if (!data.type().isFloating()) {
      return WeightSigns.unread(data.size());
    }
    long above = 0;
    long below = 0;
    for (int i = 0; i < data.size(); i++) {
      double weight = data.number(i);
      above += weight > 0 ? 1 : 0;
      below += weight < 0 ? 1 : 0;
    }
    return new WeightSigns(above, below, data.size() - above - below, 0);
  }
}
