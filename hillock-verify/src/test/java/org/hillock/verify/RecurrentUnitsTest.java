package org.hillock.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.deep.PlainForward;
import org.hillock.formats.yaml.NetworkYaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The shipped recurrent networks, made of plain neurons, hold what torch's RNN, GRU and LSTM hold
 * of the same weights; {@code src/test/python/recurrent_units.py} made the reference.
 */
class RecurrentUnitsTest {

  private static final int UNITS = 64;
  private static final int PIXELS = 8;
  private static final int ROWS = 8;

  /** Gates in torch's order, by the population that stands for each. */
  private static final Map<String, List<String>> GATES =
      Map.of(
          "rnn", List.of("hidden"),
          "gru", List.of("reset", "update", "candidate"),
          "lstm", List.of("input", "forget", "candidate", "output"));

  private static Values weights(int gate, int columns) {
    double[] all = new double[UNITS * columns];
    for (int i = 0; i < UNITS; i++) {
      for (int j = 0; j < columns; j++) {
        all[i * columns + j] = 0.2 * Math.sin(gate + 0.7 * i + 1.3 * j);
      }
    }
    return Values.listed(all);
  }

  /** Torch has two biases for each gate, whose sum counts, but for the GRU's candidate. */
  private static Values bias(int... gates) {
    double[] all = new double[UNITS];
    for (int i = 0; i < UNITS; i++) {
      for (int gate : gates) {
        all[i] += 0.3 * Math.cos(gate + i);
      }
    }
    return Values.listed(all);
  }

  private static Network filled(String kind) {
    Network network = NetworkYaml.read(Path.of("..", "networks", "digits-" + kind + ".net.yaml"));
    List<Population> populations = new ArrayList<>();
    List<Projection> projections = new ArrayList<>();
    List<String> gates = Objects.requireNonNull(GATES.get(kind));
    for (int g = 0; g < gates.size(); g++) {
      String gate = gates.get(g);
      boolean parted = kind.equals("gru") && gate.equals("candidate");
      String hears = parted ? "recalled" : gate;
      if (parted) {
        populations.add(network.population(gate).withBias(bias(2 * g)));
        populations.add(network.population(hears).withBias(bias(2 * g + 1)));
      } else {
        populations.add(network.population(gate).withBias(bias(2 * g, 2 * g + 1)));
      }
      projections.add(network.projection("image_" + gate).withWeights(weights(2 * g, PIXELS)));
      projections.add(network.projection("hidden_" + hears).withWeights(weights(2 * g + 1, UNITS)));
    }
    return network.with(populations, projections);
  }

  private static double[] reference(String kind) throws IOException {
    try (var in =
        Objects.requireNonNull(
            RecurrentUnitsTest.class.getResourceAsStream("recurrent-units.csv"))) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      int column = List.of(lines.getFirst().split(",", -1)).indexOf(kind);
      return lines.stream()
          .skip(1)
          .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
          .toArray();
    }
  }

  private static double pixel(int row, int column) {
    return Math.cos(0.5 * row + 0.8 * column);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rnn", "gru", "lstm"})
  void unitsHoldWhatTorchHasThemHold(String kind) throws IOException {
    Network network = filled(kind);
    PlainForward plain = new PlainForward(network);
    double[] held = {};
    double[] tensors = {};
    try (Session session = Engines.open(network, SessionOptions.seeded(1))) {
      for (int row = 0; row < ROWS; row++) {
        double[] shown = new double[PIXELS];
        float[] narrow = new float[PIXELS];
        for (int column = 0; column < PIXELS; column++) {
          shown[column] = pixel(row, column);
          narrow[column] = (float) shown[column];
        }
        held = plain.pass(Map.of("image", shown)).values().get("hidden");
        session.present(Stimulus.frame("image", narrow));
        session.advance();
      }
      tensors = session.read(session.bind(SiteRef.parse("hidden")))[0];
    }
    // roundings of double precision over 8 rows, and of single precision
    assertThat(held).containsExactly(reference(kind), within(1e-12));
    assertThat(tensors).containsExactly(reference(kind), within(1e-5));
  }
}
