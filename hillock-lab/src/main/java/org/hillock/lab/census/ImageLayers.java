package org.hillock.lab.census;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.census.Axis;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator.Convolution;
import org.hillock.core.census.Operator.Linear;
import org.hillock.core.census.Operator.Normalisation;
import org.hillock.core.census.Operator.Pooling;
import org.hillock.core.census.Operator.Weightless;
import org.hillock.core.census.Part;

/** Layers of a network of square images, one after the other; each knows what comes to it. */
final class ImageLayers {

  private final List<Part> parts = new ArrayList<>();
  private long extent;
  private long channels;

  ImageLayers(long extent, long channels) {
    this.extent = extent;
    this.channels = channels;
  }

  /** Kernel, stride and padding in both directions. */
  record Window(int kernel, int stride, int padding) {}

  List<Part> parts() {
    return parts;
  }

  long extent() {
    return extent;
  }

  long channels() {
    return channels;
  }

  /** Numbers of the image as it is now. */
  long values() {
    return extent * extent * channels;
  }

  private List<Axis> slide(Window window) {
    Axis axis = Axis.sliding(extent, window.kernel(), window.stride(), window.padding());
    extent = axis.places();
    return List.of(axis, axis);
  }

  ImageLayers convolution(String name, long filters, Window window, String activation) {
    return convolution(name, filters, window, 1, activation);
  }

  ImageLayers convolution(
      String name, long filters, Window window, long groups, String activation) {
    parts.add(
        Layer.of(name, Convolution.grouped(slide(window), channels, filters, groups, true))
            .then(activation));
    channels = filters;
    return this;
  }

  /** Joined as a table says: so many pairs of channels. */
  ImageLayers tabled(String name, long filters, Window window, long pairs, String activation) {
    Convolution convolution = new Convolution(slide(window), channels, filters, pairs, true);
    parts.add(Layer.of(name, convolution).then(activation));
    channels = filters;
    return this;
  }

  /** Without a bias, before batch normalisation, as residual networks have it. */
  ImageLayers normalised(String name, long filters, Window window, String activation) {
    Layer layer = Layer.of(name, Convolution.grouped(slide(window), channels, filters, 1, false));
    parts.add(activation.isEmpty() ? layer : layer.then(activation));
    channels = filters;
    String norm = name.replace("conv", "bn").replace("downsample.0", "downsample.1");
    parts.add(Layer.of(norm, new Normalisation("batch", filters, filters, values())));
    return this;
  }

  ImageLayers pooling(String name, String kind, Window window) {
    parts.add(Layer.of(name, new Pooling(kind, slide(window), channels, false)));
    return this;
  }

  /** With a learnt factor and bias for each channel. */
  ImageLayers subsampling(String name, Window window, String activation) {
    parts.add(Layer.of(name, new Pooling("mean", slide(window), channels, true)).then(activation));
    return this;
  }

  ImageLayers weightless(String name, String word) {
    parts.add(Layer.of(name, new Weightless(word)));
    return this;
  }

  ImageLayers linear(String name, long outputs, String activation) {
    parts.add(Layer.of(name, new Linear(outputs, values(), true)).then(activation));
    extent = 1;
    channels = outputs;
    return this;
  }

  ImageLayers answer(String name, long outputs) {
    Layer layer = Layer.of(name, new Linear(outputs, values(), true)).then("softmax");
    parts.add(layer.answering());
    return this;
  }
}
