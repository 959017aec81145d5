package org.hillock.lab.census;

import java.util.ArrayList;
import java.util.List;
import org.hillock.core.census.Architecture;
import org.hillock.core.census.Block;
import org.hillock.core.census.Part;
import org.hillock.lab.census.ImageLayers.Window;

/** ResNet-50: sixteen bottlenecks of three convolutions each. */
final class ResidualNetwork {

  private static final Window POINT = new Window(1, 1, 0);
  private static final int[] DEPTH = {3, 4, 6, 3};

  private ResidualNetwork() {}

  static Architecture fifty() {
    ImageLayers layers = new ImageLayers(224, 3);
    layers
        .normalised("conv1", 64, new Window(7, 2, 3), "relu")
        .pooling("maxpool", "max", new Window(3, 2, 1));
    List<Part> parts = layers.parts();
    long extent = layers.extent();
    long channels = layers.channels();
    for (int stage = 0; stage < DEPTH.length; stage++) {
      long inner = 64L << stage;
      for (int i = 0; i < DEPTH[stage]; i++) {
        int stride = stage > 0 && i == 0 ? 2 : 1;
        String name = "layer" + (stage + 1) + "." + i;
        ImageLayers within = bottleneck(extent, channels, inner, stride, i == 0);
        parts.add(new Block(name, 1, within.parts()));
        extent = within.extent();
        channels = within.channels();
      }
    }
    ImageLayers last = new ImageLayers(extent, channels);
    last.pooling("avgpool", "mean", new Window((int) extent, 1, 0)).answer("fc", 1000);
    parts.addAll(last.parts());
    return ImageNetworks.image(
        "resnet-50",
        "ResNet with 50 layers of weights",
        "He et al. 2016, doi 10.1109/CVPR.2016.90",
        224,
        3,
        layers,
        List.of(
            "As in Torchvision, where the 3 × 3 convolution of a bottleneck takes the stride:"
                + " 25,557,032 parameters. Means and variances that batch normalisation keeps,"
                + " 53,120 numbers, are not learnt and no parameters."));
  }

  /** The third convolution's ReLU comes after what went around is added. */
  private static ImageLayers bottleneck(
      long extent, long channels, long inner, int stride, boolean projected) {
    ImageLayers main = new ImageLayers(extent, channels);
    main.normalised("conv1", inner, POINT, "relu")
        .normalised("conv2", inner, new Window(3, stride, 1), "relu")
        .normalised("conv3", 4 * inner, POINT, "relu");
    if (projected) {
      ImageLayers around = new ImageLayers(extent, channels);
      around.normalised("downsample.0", 4 * inner, new Window(1, stride, 0), "");
      List<Part> all = new ArrayList<>(around.parts());
      main.parts().addAll(all);
    }
    return main.weightless("residual", "addition");
  }
}
