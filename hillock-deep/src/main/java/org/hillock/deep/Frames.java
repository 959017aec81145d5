package org.hillock.deep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Presentation;

/**
 * What a network is shown of a group of images, pass after pass.
 *
 * @param stream how it is shown them; empty where one pass sees all
 */
record Frames(Optional<Presentation> stream) {

  static Frames of(Network network) {
    return new Frames(network.presentation());
  }

  /** The rows of the image's population in each pass. */
  List<float[]> of(Minibatches.Batch batch) {
    if (stream.isEmpty()) {
      return List.of(batch.pixels());
    }
    Presentation shown = stream.get();
    int frame = shown.frameSize();
    int picture = shown.picture().size();
    List<float[]> passes = new ArrayList<>();
    for (int f = 0; f < shown.frames(); f++) {
      passes.add(new float[batch.rows() * frame]);
    }
    for (int row = 0; row < batch.rows(); row++) {
      float[] pixels = new float[picture];
      System.arraycopy(batch.pixels(), row * picture, pixels, 0, picture);
      List<float[]> own = shown.of(pixels);
      for (int f = 0; f < own.size(); f++) {
        System.arraycopy(own.get(f), 0, passes.get(f), row * frame, frame);
      }
    }
    List<float[]> all = new ArrayList<>();
    for (float[] pass : passes) {
      for (int k = 0; k < shown.frameSteps(); k++) {
        all.add(pass);
      }
    }
    for (int k = 0; k < shown.afterSteps(); k++) {
      all.add(new float[batch.rows() * frame]);
    }
    return all;
  }
}
