package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.hillock.core.data.Dataset;
import org.hillock.core.data.Split;
import org.hillock.core.network.Decision;
import org.hillock.core.network.Network;
import org.hillock.core.session.SiteRef;
import org.hillock.formats.DataSource;
import org.hillock.formats.DataSources;
import org.hillock.lab.convert.SpikingTwin;
import org.hillock.lab.why.Explanation;
import org.hillock.lab.why.Question;
import org.hillock.lab.workbench.RankCorrelation;
import org.hillock.lab.workbench.Workbench;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.read.InputRange;
import org.hillock.onnx.read.OnnxNetwork;
import org.hillock.onnx.read.ReadOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A convolutional network trained on MNIST and its spiking twin: the same causes? */
@Tag("slow")
class MnistCausesTest {

  private static final Path DATA = Path.of("../../shared/data").toAbsolutePath().normalize();
  private static final Path FILE = DATA.resolve("mnist-models/cnn_mnist.onnx");
  private static final int IMAGES = 20;

  /**
   * What each neuron of the last hidden layer brings to the sum of the neuron that answers ({@code
   * fc2}; the logarithm of the softmax behind it changes no order), as values and as spikes
   * (docs/recipes/neuron-by-neuron.md has the number that was measured). The bound leaves room for
   * single images in which charge is left over.
   */
  @Test
  void theSpikingTwinHasTheSameLeadingCauses() {
    assumeTrue(Files.isRegularFile(FILE), "The network is not there: " + FILE);
    assumeTrue(Files.isDirectory(DATA.resolve("mnist")), "MNIST is not there: " + DATA);
    Split split = ((DataSource.Official) DataSources.open("idx:" + DATA.resolve("mnist"))).split();
    Network network =
        OnnxNetwork.of(OnnxFile.read(FILE), ReadOptions.STANDARD.with(InputRange.BYTES)).require();
    Network twin = SpikingTwin.of(network, split.train().first(1_000).images(), 1);
    Dataset asked = split.test().first(IMAGES);
    double[] alike = new double[IMAGES];
    for (int k = 0; k < IMAGES; k++) {
      Workbench values = Workbench.of(network).showing(asked, k);
      Workbench spikes = Workbench.of(twin).showing(asked, k);
      int answer = values.answer().orElseThrow();
      alike[k] =
          RankCorrelation.of(
              causes(values, Question.of(SiteRef.parse("fc2[" + answer + "].sum"))),
              causes(
                  spikes,
                  Question.of(SiteRef.parse(read(twin) + "[" + answer + "].v"))
                      .at(spikes.experiment().length())
                      .since(1_000)));
    }
    Arrays.sort(alike);
    System.out.println("rank correlations of causes, sorted: " + Arrays.toString(alike));
    assertThat(alike[IMAGES / 2]).isGreaterThan(0.9);
    assertThat(alike[0]).isGreaterThan(0.7);
  }

  private static String read(Network network) {
    return switch (network.decision().orElseThrow()) {
      case Decision.LargestValue(String name) -> name;
      case Decision.MostSpikes(String name) -> name;
      default -> throw new IllegalStateException("another decision");
    };
  }

  private static Map<String, Double> causes(Workbench bench, Question question) {
    Explanation told = bench.why(question.within(1, 1)).explanation();
    assertThat(Math.abs(told.residual())).isLessThanOrEqualTo(1e-5 * told.mass());
    Map<String, Double> all = new TreeMap<>();
    told.causes().stream()
        .filter(c -> c.term().fromNeuron())
        .forEach(c -> {
          SiteRef source = c.term().source().orElseThrow();
          all.merge(source.owner() + source.neurons(), c.contribution(), Double::sum);
        });
    return all;
  }
}
