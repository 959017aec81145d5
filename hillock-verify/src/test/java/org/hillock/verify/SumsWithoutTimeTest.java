package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.Numbers;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.Intervention.Silence;
import org.hillock.core.session.Intervention.Window;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.session.Term;
import org.hillock.formats.DataSource;
import org.hillock.formats.DataSources;
import org.hillock.formats.yaml.NetworkYaml;
import org.hillock.onnx.bench.GraphSession;
import org.hillock.onnx.graph.OnnxFile;
import org.hillock.onnx.write.OnnxExport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of the networks that ship, and of graphs, are made of their terms and of nothing else. */
class SumsWithoutTimeTest {

  /** What the bench asks of every explanation, of the sizes of the terms. */
  private static final double RELATIVE = 1e-5;

  /** Neurons of each population that are asked, in each pass. */
  private static final int ASKED = 4;

  private static final Path CNN =
      Path.of("../../shared/data/mnist-models/cnn_mnist.onnx").toAbsolutePath().normalize();

  @TempDir private Path folder;

  private static Network read(String name) {
    return NetworkYaml.read(Path.of("../networks/" + name + ".net.yaml"));
  }

  private static Capability.Terms terms(Session session) {
    return session.capability(Capability.Terms.class).orElseThrow();
  }

  private static void addsUp(IsolatedNeuron neuron) {
    double[] each = neuron.contributions().orElseThrow();
    double off = RELATIVE * Arrays.stream(each).map(Math::abs).sum();
    double[] ones = new double[each.length];
    Arrays.fill(ones, 1);
    assertThat(Arrays.stream(each).sum()).isCloseTo(neuron.value(), within(off));
    assertThat(neuron.play(ones)).isCloseTo(neuron.value(), within(off));
    assertThat(neuron.terms()).hasSize(each.length);
  }

  /** Something done to a population or a projection. */
  private static Intervention any(Network network, Draws draws) {
    List<Population> all = new ArrayList<>(network.populations().values());
    Population population = all.get(draws.below(all.size()));
    int first = draws.below(population.size());
    SiteRef site = SiteRef.of(population.name(), new int[] {first}, "value");
    List<Projection> projections = new ArrayList<>(network.projections().values());
    return switch (draws.below(population.neuron().equals("input") ? 3 : 5)) {
      case 0 -> new Silence(site, Silence.Scope.OUTPUTS, Window.ALWAYS);
      case 1 -> new Intervention.Clamp(site, draws.normal(), Window.ALWAYS);
      case 2 -> new Intervention.Patch(site, Numbers.of(draws.normal()), Window.ALWAYS);
      case 3 -> new Intervention.Stimulate(site, draws.normal(), Window.ALWAYS);
      default ->
          new Intervention.Lesion(
              projections.get(draws.below(projections.size())).name(), Window.ALWAYS);
    };
  }

  private static float[] input(Population population, float[] image, Draws draws) {
    float[] shown = Arrays.copyOf(image, population.size());
    if (population.name().startsWith("label")) {
      Arrays.fill(shown, 0);
      shown[draws.below(shown.length)] = 1;
    }
    return shown;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digits-mlp",
        "digits-cnn",
        "digits-forward-forward",
        "digits-rnn",
        "digits-lstm",
        "digits-gru"
      })
  void theNetworksThatShip(String name) {
    Network network = read(name);
    Dataset digits = ((DataSource.Whole) DataSources.open("digits")).data();
    Draws draws = new Draws(1, Purpose.EXPERIMENT, name.length());
    assertThat(Engines.offering(network, Capability.Terms.class)).isPresent();
    try (Session session = Engines.open(network, SessionOptions.seeded(1))) {
      for (int pass = 0; pass < 8; pass++) {
        for (Population population : network.populations().values()) {
          if (population.neuron().equals("input")) {
            float[] shown = input(population, digits.images()[pass], draws);
            session.present(Stimulus.frame(population.name(), shown));
          }
        }
        session.advance();
        for (Population population : network.populations().values()) {
          for (int i = 0; i < ASKED && !population.neuron().equals("input"); i++) {
            SiteRef sum =
                SiteRef.of(population.name(), new int[] {draws.below(population.size())}, "sum");
            IsolatedNeuron neuron = terms(session).isolate(sum, 0);
            assertThat(neuron.value()).isEqualTo(session.read(session.bind(sum))[0][0]);
            addsUp(neuron);
          }
        }
        session.apply(any(network, draws));
      }
    }
  }

  /** A kernel's sum is the same told of the network and of the graph that it is written as. */
  @Test
  void aNetworkAndItsGraphTellTheSame() {
    Network network = read("digits-cnn");
    Path file = folder.resolve("cnn.onnx");
    OnnxExport.write(network, file);
    float[] image = ((DataSource.Whole) DataSources.open("digits")).data().images()[7];
    try (Session here = Engines.open(network, SessionOptions.seeded(1));
        GraphSession there = GraphSession.open(OnnxFile.read(file), SessionOptions.seeded(1))) {
      here.present(Stimulus.frame("image", image));
      there.present(Stimulus.frame("image", image));
      here.advance();
      there.advance();
      String conv =
          OnnxFile.read(file).model().getGraph().getNodeList().stream()
              .filter(n -> n.getOpType().equals("Conv"))
              .findFirst()
              .orElseThrow()
              .getOutput(0);
      for (int channel = 0; channel < 16; channel++) {
        // row 3, column 4: rows, columns, channels here; channels, rows, columns there
        int neuron = (3 * 8 + 4) * 16 + channel;
        int element = channel * 64 + 3 * 8 + 4;
        IsolatedNeuron ours =
            terms(here).isolate(SiteRef.of("sheet1", new int[] {neuron}, "sum"), 0);
        IsolatedNeuron theirs = there.isolate(SiteRef.of(conv, new int[] {element}, "value"), 0);
        addsUp(theirs);
        double[] own = weighed(ours);
        // weights are in single precision there
        assertThat(weighed(theirs)).containsExactly(own, within(1e-6));
        assertThat(own).hasSize(9);
      }
    }
  }

  private static double[] weighed(IsolatedNeuron neuron) {
    return neuron.terms().stream()
        .filter(Term::fromNeuron)
        .mapToDouble(t -> t.weight() * t.carried())
        .sorted()
        .toArray();
  }

  /** From the answer back to the picture, along the strongest term of each step. */
  @Test
  void aForeignNetworkIsWalkedBackToItsPicture() {
    assumeTrue(Files.isRegularFile(CNN), "The network is not there: " + CNN);
    try (GraphSession session = GraphSession.open(OnnxFile.read(CNN), SessionOptions.seeded(1))) {
      String input = session.inputNames().getFirst();
      float[] picture = new float[784];
      Draws draws = new Draws(1, Purpose.EXPERIMENT, 1);
      for (int i = 0; i < picture.length; i++) {
        picture[i] = (float) (255 * draws.uniform());
      }
      session.present(Stimulus.frame(input, picture));
      session.advance();
      String answer = session.outputs().keySet().iterator().next();
      SiteRef at = SiteRef.of(answer, new int[] {3}, "value");
      int steps = 0;
      while (!at.owner().equals(input)) {
        IsolatedNeuron neuron = session.isolate(at, 0);
        assertThat(neuron.value()).isEqualTo(session.read(session.bind(at))[0][0]);
        neuron.contributions().ifPresent(_ -> addsUp(neuron));
        at = strongest(neuron).source().orElseThrow();
        steps++;
      }
      assertThat(steps).isGreaterThan(8);
    }
  }

  private static Term strongest(IsolatedNeuron neuron) {
    double[] each =
        neuron
            .contributions()
            .orElseGet(() -> neuron.terms().stream().mapToDouble(Term::carried).toArray());
    int best = -1;
    for (int i = 0; i < each.length; i++) {
      boolean comes = neuron.terms().get(i).fromNeuron();
      best = comes && (best < 0 || Math.abs(each[i]) > Math.abs(each[best])) ? i : best;
    }
    return neuron.terms().get(best);
  }
}
