package org.hillock.lab.census;

import java.util.List;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Architecture.Input;
import org.hillock.core.census.Layer;
import org.hillock.core.census.Operator.Linear;
import org.hillock.lab.census.ImageLayers.Window;

/** Networks of images up to VGG, layer by layer. */
final class ImageNetworks {

  private static final Window POOL_2 = new Window(2, 2, 0);
  private static final Window POOL_3 = new Window(3, 2, 0);
  private static final Window THREE = new Window(3, 1, 1);

  private ImageNetworks() {}

  /** One hidden layer, as LeCun et al. tried beside LeNet. */
  static Architecture perceptron() {
    ImageLayers layers = new ImageLayers(28, 1);
    layers.linear("hidden", 300, "sigmoid").answer("out", 10);
    return image(
        "mlp-784-300-10",
        "a multilayer perceptron for MNIST with one hidden layer of 300",
        "LeCun et al. 1998, doi 10.1109/5.726791",
        28,
        1,
        layers,
        List.of());
  }

  /** With trained subsampling, the table of C3, and distances to fixed patterns at the end. */
  static Architecture leNet() {
    ImageLayers layers = new ImageLayers(32, 1);
    layers
        .convolution("c1", 6, new Window(5, 1, 0), "tanh")
        .subsampling("s2", POOL_2, "tanh")
        .tabled("c3", 16, new Window(5, 1, 0), 60, "tanh")
        .subsampling("s4", POOL_2, "tanh")
        .convolution("c5", 120, new Window(5, 1, 0), "tanh")
        .linear("f6", 84, "tanh");
    layers
        .parts()
        .add(Layer.of("output", new Linear(10, 84, false, false)).then("distance").answering());
    return image(
        "lenet-5",
        "LeNet-5 for digits, as published",
        "LeCun et al. 1998, doi 10.1109/5.726791",
        32,
        1,
        layers,
        List.of(
            "The original: layer c3 joins 60 of 96 pairs of channels, subsampling is trained, and"
                + " the 840 numbers of the output are fixed patterns: 60,000 parameters. Counting"
                + " biases as synapses (--bias synapse) gives the 340,908 connections of the"
                + " paper.",
            "lenet-5-modern is what libraries rebuild: all pairs, 61,706 parameters."));
  }

  /** What libraries call LeNet-5. */
  static Architecture leNetModern() {
    ImageLayers layers = new ImageLayers(28, 1);
    layers
        .convolution("conv1", 6, new Window(5, 1, 2), "relu")
        .pooling("pool1", "max", POOL_2)
        .convolution("conv2", 16, new Window(5, 1, 0), "relu")
        .pooling("pool2", "max", POOL_2)
        .linear("fc1", 120, "relu")
        .linear("fc2", 84, "relu")
        .answer("fc3", 10);
    return image(
        "lenet-5-modern",
        "LeNet-5 as it is rebuilt today, for MNIST",
        "after LeCun et al. 1998, doi 10.1109/5.726791",
        28,
        1,
        layers,
        List.of("lenet-5 is the original: 60,000 parameters."));
  }

  /** On two graphics cards, hence the groups. */
  static Architecture alexNet() {
    ImageLayers layers = new ImageLayers(227, 3);
    layers
        .convolution("conv1", 96, new Window(11, 4, 0), "relu")
        .weightless("norm1", "local response normalisation")
        .pooling("pool1", "max", POOL_3)
        .convolution("conv2", 256, new Window(5, 1, 2), 2, "relu")
        .weightless("norm2", "local response normalisation")
        .pooling("pool2", "max", POOL_3)
        .convolution("conv3", 384, THREE, "relu")
        .convolution("conv4", 384, THREE, 2, "relu")
        .convolution("conv5", 256, THREE, 2, "relu")
        .pooling("pool5", "max", POOL_3)
        .linear("fc6", 4096, "relu")
        .linear("fc7", 4096, "relu")
        .answer("fc8", 1000);
    return image(
        "alexnet",
        "AlexNet, as published, in two groups",
        "Krizhevsky, Sutskever and Hinton 2012, doi 10.1145/3065386",
        227,
        3,
        layers,
        List.of(
            "The original: 60,965,224 parameters in two groups, for images of 227 × 227, which the"
                + " paper calls 224. alexnet-torchvision is the one of Torchvision, narrower and"
                + " without groups: 61,100,840."));
  }

  /** Of one column. */
  static Architecture alexNetTorchvision() {
    ImageLayers layers = new ImageLayers(224, 3);
    layers
        .convolution("features.0", 64, new Window(11, 4, 2), "relu")
        .pooling("features.2", "max", POOL_3)
        .convolution("features.3", 192, new Window(5, 1, 2), "relu")
        .pooling("features.5", "max", POOL_3)
        .convolution("features.6", 384, THREE, "relu")
        .convolution("features.8", 256, THREE, "relu")
        .convolution("features.10", 256, THREE, "relu")
        .pooling("features.12", "max", POOL_3)
        .linear("classifier.1", 4096, "relu")
        .linear("classifier.4", 4096, "relu")
        .answer("classifier.6", 1000);
    return image(
        "alexnet-torchvision",
        "AlexNet as Torchvision has it, in one column",
        "Krizhevsky 2014, arXiv:1404.5997",
        224,
        3,
        layers,
        List.of("alexnet is the original: 60,965,224 parameters."));
  }

  /** Configuration D. */
  static Architecture vgg() {
    ImageLayers layers = new ImageLayers(224, 3);
    long[] filters = {64, 128, 256, 512, 512};
    int[] depth = {2, 2, 3, 3, 3};
    for (int stage = 0; stage < depth.length; stage++) {
      for (int i = 0; i < depth[stage]; i++) {
        layers.convolution("conv" + (stage + 1) + "_" + (i + 1), filters[stage], THREE, "relu");
      }
      layers.pooling("pool" + (stage + 1), "max", POOL_2);
    }
    layers.linear("fc6", 4096, "relu").linear("fc7", 4096, "relu").answer("fc8", 1000);
    return image(
        "vgg-16",
        "VGG with 16 layers of weights (configuration D)",
        "Simonyan and Zisserman 2015, arXiv:1409.1556",
        224,
        3,
        layers,
        List.of());
  }

  static Architecture image(
      String name,
      String about,
      String source,
      long extent,
      long channels,
      ImageLayers layers,
      List<String> remarks) {
    Input input =
        new Input(
            "an image of " + extent + " × " + extent + " × " + channels,
            extent * extent * channels,
            false);
    return new Architecture(name, about, source, input, layers.parts(), remarks);
  }
}
