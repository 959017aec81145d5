package org.hillock.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.lab.axis.AxisDefinition;
import org.hillock.lab.axis.AxisDefinition.Scale;
import org.hillock.lab.axis.Measurement;
import org.hillock.lab.axis.Measurement.Measured;
import org.hillock.lab.axis.Measurement.NotDefined;
import org.hillock.lab.axis.Measurement.Series;
import org.hillock.lab.comparison.Accuracy;
import org.hillock.lab.comparison.Compared;
import org.hillock.lab.comparison.Comparison;
import org.hillock.lab.comparison.Comparison.Baseline;
import org.hillock.lab.comparison.Comparison.DataSummary;
import org.hillock.lab.comparison.Comparison.Example;
import org.hillock.lab.comparison.Raster;
import org.hillock.lab.representation.Representations;

/** Comparisons such as the lab makes, with invented numbers. */
public final class SampleComparisons {

  private static final String[] THREE = {
    "..####..", ".#....#.", "......#.", "...###..", "......#.", "......#.", ".#....#.", "..####..",
  };
  private static final String[] ONE = {
    "...##...", "..###...", ".#.##...", "...##...", "...##...", "...##...", "...##...", ".######.",
  };

  private SampleComparisons() {}

  /** Three networks on digits. */
  public static Comparison digits() {
    Compared a = network("backpropagation", "deep, trained by backpropagation", "relu", 0);
    Compared b = network("forward-forward", "deep, trained by Forward-Forward", "relu", 1);
    Compared c = network("spiking twin", "spiking, converted from backpropagation", "if", 2);
    return of("digits", List.of(a, b, c), "./hillock compare digits --seed 1");
  }

  /** Any number of networks, all alike. */
  public static Comparison many(int count) {
    List<Compared> networks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "network number " + i + " with a rather long name that goes on and on";
      networks.add(network(name, "deep", i % 3 == 2 ? "if" : "tanh", i % 3));
    }
    return of("many", networks, "./hillock compare");
  }

  /** Names that would break careless pages. */
  public static Comparison hostile() {
    String evil = "<script>alert('x')</script> & \"q\" ]]> \u0000\u001b[31m";
    Compared a = network(evil, evil, "relu", 0);
    Compared b = network("../../etc/passwd", "<img src=http://evil.example/x.png>", "if", 2);
    return of(evil, List.of(a, b), evil);
  }

  public static Comparison of(String title, List<Compared> networks, String command) {
    Random random = new Random(5);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      boolean three = i % 2 == 0;
      Map<String, Integer> answers = new LinkedHashMap<>();
      for (Compared network : networks) {
        answers.put(network.name(), random.nextInt(5) == 0 ? 8 : three ? 3 : 1);
      }
      examples.add(new Example(8, 8, pixels(three ? THREE : ONE, random), three ? 3 : 1, answers));
    }
    return new Comparison(
        title,
        Optional.of(
            new DataSummary(
                "digits",
                1437,
                360,
                5,
                "stratified, 80 % to learn from, parted anew for each seed",
                "Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, CC BY 4.0")),
        networks,
        List.of(
            new Baseline(
                "logistic regression",
                "one layer of weights",
                new Accuracy(List.of(0.962, 0.958, 0.966, 0.961, 0.957), 360)),
            new Baseline(
                "nearest neighbour",
                "the label of the most similar training image",
                new Accuracy(List.of(0.986, 0.983, 0.989, 0.985, 0.987), 360))),
        axes(),
        Optional.of(representations(networks)),
        examples,
        1,
        Map.of("hillock", "0.1.0", "java", "25", "pytorch", "2.7.1"),
        command);
  }

  /** Invented: each population is most like its neighbours. */
  private static Representations representations(List<Compared> networks) {
    List<Representations.Place> places = new ArrayList<>();
    places.add(new Representations.Place("", "image"));
    for (Compared network : networks) {
      places.add(new Representations.Place(network.name(), "hidden1"));
      places.add(new Representations.Place(network.name(), "output"));
    }
    int n = places.size();
    double[][] alike = new double[n][n];
    double[][] ceiling = new double[n][n];
    double[] beside = new double[n];
    double[] most = new double[n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        alike[a][b] = a == n - 1 && b == 0 ? Double.NaN : 0.95 - 0.11 * Math.abs(a - b);
        ceiling[a][b] = 0.95;
      }
      beside[a] = 0.5 - 0.03 * a;
      most[a] = 0.97;
    }
    return new Representations(
        List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        120,
        places,
        alike,
        ceiling,
        alike,
        Optional.of(new Representations.Brain("rdm.csv", beside, most)));
  }

  private static List<AxisDefinition> axes() {
    return List.of(
        new AxisDefinition(
            "size",
            "Size",
            "How many neurons does it have?",
            "what it measures",
            Scale.LOGARITHMIC),
        new AxisDefinition(
            "sum",
            "The sum",
            "Is a neuron's output the weighted sum of what it receives?",
            "what it measures",
            Scale.SHARE),
        new AxisDefinition(
            "sign",
            "Sign",
            "Does a neuron only excite, or only inhibit, as nerve cells do?",
            "what it measures",
            Scale.SHARE),
        new AxisDefinition(
            "direction",
            "Direction",
            "How many neurons lie on a cycle?",
            "what it measures",
            Scale.SHARE),
        new AxisDefinition(
            "timing",
            "Timing",
            "How long does one decision take?",
            "what it measures",
            Scale.LINEAR),
        new AxisDefinition(
            "chance",
            "Chance",
            "Does the same image always get the same answer?",
            "what it measures",
            Scale.SHARE),
        new AxisDefinition(
            "damage",
            "Damage",
            "What is left when half of the hidden neurons fall silent?",
            "what it measures",
            Scale.SHARE),
        new AxisDefinition(
            "cost",
            "Cost",
            "How much work is one decision?",
            "what it measures",
            Scale.LOGARITHMIC));
  }

  private static Compared network(String name, String kind, String neuron, int i) {
    Random random = new Random(i);
    Map<String, Measurement> axes = new LinkedHashMap<>();
    axes.put(
        "size",
        Measured.of(394, "neurons", "All populations, the input included, added up.").exactly());
    axes.put(
        "sum",
        Measured.of(
                new double[] {0.7312345678901234, 0.412, 0.883}[i],
                "1",
                "R² over 360 test images between a neuron's output and its weighted sum.")
            .within(0.2, 0.95, "95 % over 360 test images")
            .spread(0.1, 0.97, "5–95 % of neurons")
            .detail("neurons", 256)
            .detail("mean of R²", 0.6541));
    axes.put("sign", Measured.of(new double[] {0, 0, 0}[i], "1", "Signs of outgoing weights."));
    axes.put("direction", Measured.of(0, "1", "Strongly connected components."));
    axes.put(
        "timing",
        i == 2
            ? Measured.of(32, "ms", "Simulated time until the answer is read.")
            : new NotDefined("it has no time: a decision is one forward pass"));
    axes.put("chance", Measured.of(0, "1", "Share of images whose answer changed in 20 trials."));
    double[] x = new double[10];
    double[] y = new double[10];
    double[] gone = new double[10];
    for (int k = 0; k < 10; k++) {
      x[k] = 10 * k;
      y[k] = 98 - Math.pow(k / (9.0 + i), 3) * 70 + random.nextDouble();
      gone[k] = y[k] / 2;
    }
    List<Measurement.Interval> around =
        java.util.Arrays.stream(y)
            .mapToObj(v -> new Measurement.Interval(v - 2, v + 2, "95 % over 360 images"))
            .toList();
    axes.put(
        "damage",
        Measured.of(0.93 - 0.04 * i, "1", "Accuracy with 50 % of hidden neurons silenced.")
            .within(0.88 - 0.04 * i, 0.96 - 0.04 * i, "least and most of 5 draws")
            .curve(
                new Series("accuracy", "silenced hidden neurons (%)", "accuracy (%)", x, y)
                    .within(around)));
    axes.put(
        "cost",
        Measured.of(
            i == 2 ? 812345 : 84480,
            i == 2 ? "synaptic events" : "multiply-adds",
            "Counted in one decision, mean over test images."));
    Network net =
        Network.builder("net-" + i)
            .population("input", 64, i == 2 ? "poisson" : "input")
            .population("hidden1", 256, neuron)
            .population("hidden2", 64, neuron)
            .population("output", 10, neuron)
            .projection("input", "hidden1", new Connectivity.Dense(), p -> p.weight(weight(i)))
            .projection("hidden1", "hidden2", new Connectivity.Dense(), p -> p.weight(weight(i)))
            .projection("hidden2", "output", new Connectivity.Dense(), p -> p.weight(weight(i)))
            .build();
    Accuracy accuracy =
        new Accuracy(List.of(0.981 - 0.006 * i, 0.975, 0.983 - 0.004 * i, 0.978, 0.986), 360);
    Optional<Raster> raster = i == 2 ? Optional.of(raster()) : Optional.empty();
    return new Compared(
        name,
        kind,
        "A network with two hidden layers.",
        net,
        i == 2 ? "spiking engine" : "tensor engine",
        Optional.of(accuracy),
        axes,
        raster);
  }

  private static String weight(int i) {
    return i == 2 ? "0.1 mV" : "0.1";
  }

  /** 32 ms of invented spikes in three populations. */
  public static Raster raster() {
    Random random = new Random(3);
    List<Raster.Lane> lanes = new ArrayList<>();
    int[] sizes = {64, 256, 10};
    String[] names = {"input", "hidden1", "output"};
    for (int l = 0; l < sizes.length; l++) {
      int spikes = sizes[l] * 5;
      double[] times = new double[spikes];
      int[] neurons = new int[spikes];
      for (int k = 0; k < spikes; k++) {
        times[k] = 1 + Math.floor(random.nextDouble() * 31);
        neurons[k] = (int) (sizes[l] * Math.pow(random.nextDouble(), 1.5));
      }
      lanes.add(new Raster.Lane(names[l], sizes[l], times, neurons));
    }
    return new Raster(lanes, 0, 32, 3, 3);
  }

  private static float[] pixels(String[] rows, Random random) {
    float[] pixels = new float[64];
    for (int i = 0; i < 64; i++) {
      boolean ink = rows[i / 8].charAt(i % 8) == '#';
      pixels[i] = ink ? 0.6f + 0.4f * random.nextFloat() : 0.12f * random.nextFloat();
    }
    return pixels;
  }
}
