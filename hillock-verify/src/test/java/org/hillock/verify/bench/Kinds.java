package org.hillock.verify.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hillock.app.shell.Hillock;
import org.hillock.lab.workbench.Workbench;

/** A network of every kind, on the bench. */
final class Kinds {

  private Kinds() {}

  /** By the name of the kind. */
  static Map<String, Workbench> all() {
    float[] picture = new float[64];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (i * 37 % 16) / 16f;
    }
    Map<String, Workbench> all = new LinkedHashMap<>();
    all.put("tensors", open("digits-mlp.net.yaml").showing(picture));
    all.put("tensors, convolution", open("digits-cnn.net.yaml").showing(picture));
    all.put("tensors, recurrent", open("digits-gru.net.yaml").showing(picture));
    all.put("ONNX graph", open("digits-mlp-onnx/model.onnx").showing(picture));
    all.put("spiking", open("brunel-small.net.yaml").lasting(60));
    all.put("spiking, learning", open("izhikevich-2007.net.yaml").step(1).lasting(200));
    all.put("rates, modulated", open("tiring-rates.net.yaml").lasting(50));
    all.put("cells with parts", open("cells/synapses.net.yaml").lasting(60));
    return all;
  }

  private static Workbench open(String name) {
    return Hillock.open("../networks/" + name);
  }
}
