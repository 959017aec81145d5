package org.hillock.formats.yaml;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hillock.core.problem.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong network file gets one message with its place. */
class BadNetworkFileTest {

  private static final String GOOD =
      """
      name: pair
      seed: 7
      populations:
        noise: {size: 10, neuron: poisson, params: {rate: 100 Hz}}
        exc:
          size: 4
          neuron: lif-delta
          params: {tau_m: 20 ms}
          bias: 0.1 mV/ms
      projections:
        noise_exc:
          from: noise
          to: exc
          connect: fixed-in-degree
          in_degree: 3
          autapses: true
          multapses: true
          weight: 1 mV
          delay: 1.5 ms
      modulators:
        fatigue: {level: 0.2, targets: {exc: -0.5}}
      decision: {most_spikes: exc}
      """;

  private static final List<Arguments> CASES = new ArrayList<>();

  /** A change of the good file, and the message that it must get. */
  private static void change(String from, String to, String message) {
    if (!GOOD.contains(from)) {
      throw new IllegalStateException(from);
    }
    CASES.add(Arguments.of(GOOD.replace(from, to), "bad.net.yaml: " + message));
  }

  /** Two changes of the good file. */
  private static void change(
      String from, String to, String message, String secondFrom, String secondTo) {
    CASES.add(
        Arguments.of(
            GOOD.replace(from, to).replace(secondFrom, secondTo), "bad.net.yaml: " + message));
  }

  private static void whole(String text, String message) {
    CASES.add(Arguments.of(text, "bad.net.yaml: " + message));
  }

  static List<Arguments> cases() {
    CASES.clear();
    text();
    shape();
    population();
    projection();
    transmitters();
    rest();
    return CASES;
  }

  private static void text() {
    whole("", "is empty");
    whole("# only a remark\n", "is empty");
    whole("just words", "'just words' stands where a mapping is needed (line 1)");
    whole("- a\n- b\n", "a list stands where a mapping is needed (line 1)");
    whole("name: a\n\tseed: 2\n", "is not YAML: a tab stands where spaces must indent (line 2)");
    whole("name: [a, b", "is not YAML: expected ',' or ']', but got <stream end> (line 1)");
    whole("name: 'abc", "is not YAML: found unexpected end of stream (line 1)");
    whole("name: a: b", "is not YAML: mapping values are not allowed here (line 1)");
    whole("name: a\n---\nname: b\n", "holds more than one document; one network is one file");
    whole("name: \u0000", "is not YAML: special characters are not allowed (line 1)");
    whole("name: &x a\nseed: *x\n", "anchors (&) and aliases (*) are not read; write the value");
    whole("name: !!set {a}", "tags (!) are not read (line 1)");
    whole("name: " + "[".repeat(40) + "]".repeat(40), "is nested more than 32 levels deep");
    whole("name: " + "[".repeat(9000), "is n");
    change("seed: 7", "seed: 7\nseed: 8", "key 'seed' is there twice, first in line 2 (line 3)");
    change("  exc:\n", "  noise:\n", "key 'noise' is there twice, first in line 4 (line 5)");
    whole("? [a]\n: b\n", "is not YAML: Expected a property name");
  }

  private static void shape() {
    change("name: pair\n", "", "'name' is missing (line 1)");
    change("name: pair", "name: 7", "name: 7 stands where text is needed; put it in quotes");
    change("name: pair", "name: ' '", "name: a network needs a name (line 1)");
    change("name: pair", "name:", "name: nothing stands where text is needed (line 1)");
    change("seed: 7", "seed: 1.5", "seed: 1.5 is not a whole number (line 2)");
    change("seed: 7", "seed: 9999999999999999999", "seed: 9999999999999999999 is beyond ±2^63");
    change("seed: 7", "sede: 7", "sede: key 'sede' is unknown; did you mean 'seed'? (line 2)");
    change("seed: 7", "history: x", "history: 'x' stands where a list is needed (line 2)");
    change("seed: 7", "<<: {a: 1}", "<<: key '<<' is unknown; known: name, seed");
    whole("name: a\npopulations: {}", "populations: a network needs at least one population");
    whole("name: a\npopulations: [1]", "populations: a list stands where a mapping is needed");
    whole("name: a", "'populations' is missing (line 1)");
    whole("name: a\npopulations:\n  x: 5", "populations.x: 5 stands where a mapping is needed");
  }

  private static void population() {
    change(
        "bias: 0.1 mV/ms",
        "expected_rate: 3 mV",
        "populations.exc.expected_rate: 3 mV is a voltage, not a rate (1/time) (line 9)");
    change(
        "bias: 0.1 mV/ms",
        "bias: {geometric: {mean: 0.5, each: 1 mV/ms}}",
        "populations.exc.bias.geometric: geometric: mean 0.5 is not >= 1 and finite (line 9)");
    change(
        "bias: 0.1 mV/ms",
        "bias: {log-normal: {median: 1 mV/ms, sigma: 1, min: 1 mV}}",
        "populations.exc.bias.log-normal.min: 1 mV is a voltage, but a voltage per time, such as '1"
            + " mV/ms', is needed here (line 9)");
    change("size: 4", "size: 0", "populations.exc.size: extent 0 is not >= 1 (line 6)");
    change("size: 4", "size: -3", "populations.exc.size: extent -3 is not >= 1 (line 6)");
    change("size: 4", "size: 2.5", "populations.exc.size: 2.5 is not a whole number (line 6)");
    change("size: 4", "size: true", "populations.exc.size: true is not a whole number (line 6)");
    change(
        "size: 4",
        "size: 99999999999",
        "populations.exc.size: 99999999999 is not within -2147483648..2147483647 (line 6)");
    change(
        "size: 4", "siez: 4", "populations.exc.siez: key 'siez' is unknown; did you mean 'size'?");
    change("size: 4", "shape: []", "populations.exc.shape: a shape has 1 to 4 extents, not 0");
    change("size: 4", "shape: [2, x]", "populations.exc.shape[1]: 'x' is not a whole number");
    change(
        "size: 4", "shape: 4", "populations.exc.shape: 4 stands where a list is needed (line 6)");
    change("size: 4", "size: 4\n    shape: [4]", "populations.exc: has both 'size' and 'shape'");
    change("    size: 4\n", "", "populations.exc: 'size' or 'shape' is missing (line 5)");
    change(
        "neuron: lif-delta",
        "neuron: lif-detla",
        "populations.exc.neuron: neuron model 'lif-detla' is unknown; did you mean 'lif-delta'?"
            + " (line 7)");
    change("    neuron: lif-delta\n", "", "populations.exc: 'neuron' is missing (line 5)");
    change("20 ms", "-5 ms", "populations.exc.params.tau_m: -5 ms is not > 0 ms (line 8)");
    change("20 ms", "20 mV", "populations.exc.params.tau_m: 20 mV is a voltage, not a time");
    change("20 ms", "20 mss", "populations.exc.params.tau_m: unit 'mss' is unknown; did you mean");
    change("20 ms", ".nan", "populations.exc.params.tau_m: '.nan' is not a number with a unit");
    change("20 ms", "-.inf", "populations.exc.params.tau_m: '-.inf' is not a number with a unit");
    change("20 ms", "1e999 ms", "populations.exc.params.tau_m: Infinity is not a finite number");
    change("20 ms", "true", "populations.exc.params.tau_m: true stands where a number with a unit");
    change(
        "tau_m: 20 ms", "tau_mm: 20 ms", "populations.exc.params.tau_mm: neuron model 'lif-delta'");
    change("20 ms", "[1, 2, 3]", "populations.exc.params.tau_m: a list in '' is a plain number");
    change(
        "20 ms",
        "{values: [1, 2], unit: ms}",
        "populations.exc.params.tau_m: lists 2 numbers where 4 are needed (line 8)");
    change(
        "20 ms",
        "{values: [1, x, 3, 4], unit: ms}",
        "populations.exc.params.tau_m.values[1]: 'x' is not a number with a unit");
    change(
        "20 ms",
        "{uniform: {low: 3 ms, high: 1 ms}}",
        "populations.exc.params.tau_m.uniform: uniform: low 3.0 is not <= high 1.0 (line 8)");
    change(
        "20 ms",
        "{uniform: {low: 3 ms, high: 5 mV}}",
        "populations.exc.params.tau_m.uniform.high: 5 mV is a voltage, but a time");
    change("20 ms", "{unifrom: {low: 3 ms}}", "populations.exc.params.tau_m.unifrom: distribution");
    change("20 ms", "{uniform: {low: 1 ms}}", "populations.exc.params.tau_m.uniform: 'high' is");
    change("20 ms", "{}", "populations.exc.params.tau_m: needs exactly one of uniform, normal");
    change(
        "20 ms",
        "{normal: {mean: 20 ms, sd: 1 ms}}",
        "populations.exc.params.tau_m: a distribution in 'ms' can give");
    change("20 ms", "{file: w.safetensors, tensor: x}", "populations.exc.params.tau_m: ");
    change(
        "20 ms",
        "{file: ../../w.safetensors, tensor: x}",
        "populations.exc.params.tau_m: file '../../w.safetensors' is not in the folder");
    change(
        "bias: 0.1 mV/ms", "bias: 1 nA", "populations.exc.bias: 1 nA is a current, not a voltage");
    change("bias: 0.1 mV/ms", "positions: [[0, 0]]", "populations.exc.positions[0]: has 2 numbers");
    change(
        "bias: 0.1 mV/ms", "positions: [[0, 0, 0]]", "populations.exc.positions: lists 1 places");
    change("bias: 0.1 mV/ms", "spikes: [[1]]", "populations.exc.spikes: only neurons of model");
    change("  noise: {", "  9noise: {", "populations.9noise: '9noise' is not a name: letters");
  }

  private static void projection() {
    String p = "projections.noise_exc";
    change("from: noise", "from: nosie", p + ".from: population 'nosie' is unknown; did you mean");
    change("to: exc", "to: noise", p + ".to: neurons of model 'poisson' take no synapses");
    change("    to: exc\n", "", p + ": 'to' is missing (line 11)");
    change("fixed-in-degree", "fixed-indegree", p + ".connect: 'fixed-indegree' is unknown; did");
    change("    in_degree: 3\n", "", p + ": 'in_degree' is missing (line 11)");
    change("in_degree: 3", "in_degree: -1", p + ".in_degree: -1 is not >= 0 (line 15)");
    change(
        "multapses: true\n    weight: 1 mV",
        "multapses: false\n    weight: 1 mV\n    receptor: gaba",
        p + ".receptor: neurons of model 'lif-delta' have no receptor 'gaba'");
    change(
        "in_degree: 3\n    autapses: true\n    multapses: true",
        "in_degree: 30\n    autapses: true\n    multapses: false",
        p + ".in_degree: 30 is more than the 10 sources in 'noise' (line 15)");
    change("autapses: true", "autapses: 1", p + ".autapses: 1 is not true or false (line 16)");
    change("autapses: true", "autapsis: true", p + ".autapsis: key 'autapsis' is unknown; did you");
    change(
        "weight: 1 mV", "weight: 1 pA", p + ".weight: 1 pA is a current, not a voltage (line 18)");
    change("delay: 1.5 ms", "delay: 0 ms", p + ".delay: 0 ms is not > 0 ms (line 19)");
    change("delay: 1.5 ms", "delay: -1 ms", p + ".delay: -1 ms is not > 0 ms (line 19)");
    change(
        "delay: 1.5 ms", "normalise: rsm", p + ".normalise: 'rsm' is unknown; did you mean 'rms'?");
    change("delay: 1.5 ms", "normalise: rms", p + ".normalise: only the values of rate neurons");
    change("delay: 1.5 ms", "learning: {rate: 1}", p + ".learning: 'rule' is missing (line 19)");
    String rule = "fixed-in-degree\n    in_degree: 3\n    autapses: true\n    multapses: true";
    change(rule, "one-to-one", p + ".connect: one-to-one needs populations of one size");
    change(rule, "edges\n    edges: [[0, 1], [0, 9]]", p + ".edges[1]: target 9 is outside");
    change(rule, "edges\n    edges: [[0, 1], [0]]", p + ".edges[1]: has 1 numbers; an edge is");
    change(
        rule, "edges\n    edges: [[0, -1]]", p + ".edges: neuron number -1 (entry 0) is not >= 0");
    change(rule, "edges\n    edges: 5", p + ".edges: 5 stands where a list is needed (line 15)");
    change(
        rule,
        "pairwise-probability\n    probability: 1.5\n    autapses: true",
        p + ".probability: 1.5 is not in 0..1 (line 15)");
    change(
        rule,
        "fixed-total-number\n    total: 41\n    autapses: true\n    multapses: false",
        p + ".total: 41 is more than the 40 pairs that there are (line 15)");
    change(rule, "convolution", p + ": 'height' is missing (line 11)");
  }

  private static void transmitters() {
    String p = "projections.noise_exc";
    change(
        "delay: 1.5 ms",
        "transmitter: glutamat",
        p + ".transmitter: transmitter 'glutamat' is unknown; did you mean 'glutamate'? (line 19)");
    change(
        "delay: 1.5 ms",
        "transmitter: Cl-",
        p + ".transmitter: 'Cl-' is no transmitter, but an ion: flows through GABA-A and glycine");
    change(
        "delay: 1.5 ms",
        "transmitter: dopamine",
        p
            + ".transmitter: neurons of model 'lif-delta' (population 'exc') have no receptor for"
            + " 'dopamine', which binds to d1, d2 and has no usual sign; they have signed,"
            + " excitatory, inhibitory: name the one that it shall act at as 'receptor' (line 19)");
    change("delay: 1.5 ms", "transmitter: 5", p + ".transmitter: 5 stands where text is needed");
    change(
        "weight: 1 mV",
        "weights: {excitatory: 1 mV, inhibitry: 1 mV}",
        p + ".weights: neurons of model 'lif-delta' have no receptor 'inhibitry'; did you mean");
    change(
        "weight: 1 mV",
        "weights: {excitatory: 1 mV, inhibitory: 1 pA}",
        p + ".weights.inhibitory: 1 pA is a current, not a voltage (line 18)");
    change("weight: 1 mV", "weights: {}", p + ".weights: names no receptor (line 18)");
    change("weight: 1 mV", "weights: 1 mV", p + ".weights: '1 mV' stands where a mapping is");
    change(
        "delay: 1.5 ms",
        "weights: {excitatory: 1 mV}",
        p + ": states 'weights' receptor by receptor and 'weight'; give one of them (line 11)");
    change("seed: 7", "dale: true", "dale: true stands where text is needed");
    change("seed: 7", "dale: requird", "dale: 'requird' is unknown; did you mean 'required'?");
    change(
        "bias: 0.1 mV/ms",
        "releases: gabba",
        "populations.exc.releases: transmitter 'gabba' is unknown; did you mean 'gaba'? (line 9)");
    change("bias: 0.1 mV/ms", "releases: []", "populations.exc.releases: names no transmitter");
    change("bias: 0.1 mV/ms", "releases: [1]", "populations.exc.releases[0]: 1 stands where text");
    String declared = GOOD.replace("rate: 100 Hz}", "rate: 100 Hz}, releases: glutamate");
    whole(
        declared.replace("delay: 1.5 ms", "transmitter: gaba"),
        p
            + ".transmitter: population 'noise' is said to release glutamate, not 'gaba'; where its"
            + " cells release both, state 'releases: [glutamate, gaba]' (line 19)");
    change(
        "seed: 7",
        "dale: required",
        "populations.noise: breaks Dale's law, which 'dale: required' demands: projection"
            + " 'noise_exc' (receptor 'signed') has weights of both signs: a distribution in 'mV'"
            + " can give both (line 4)",
        "weight: 1 mV",
        "weight: {uniform: {low: -1 mV, high: 1 mV}}");
  }

  private static void rest() {
    change("level: 0.2", "level: 2", "modulators.fatigue.level: 2.0 is not in 0..1 (line 21)");
    change("exc: -0.5", "exc: -2", "modulators.fatigue.targets.exc.strength: -2.0 is not >= -1");
    change("exc: -0.5", "exk: -0.5", "modulators.fatigue.targets: population 'exk' is unknown");
    change("level: 0.2", "level: 1 mV", "modulators.fatigue.level: 1 mV is a voltage, but a plain");
    modulators();
    change(
        "{most_spikes: exc}", "{most_spikes: noise}", "decision.most_spikes: 'noise' is of model");
    change(
        "{most_spikes: exc}", "{most_spiks: exc}", "decision.most_spiks: key 'most_spiks' is unk");
    change("{most_spikes: exc}", "{}", "decision: needs exactly one of largest_value, most_spikes");
    change(
        "{most_spikes: exc}", "exc", "decision: 'exc' stands where a mapping is needed (line 22)");
  }

  private static void modulators() {
    String m = "modulators.fatigue";
    said("tua: 5 s", m + ".tua: key 'tua' is unknown; did you mean 'tau'? (line 21)");
    said("tau: 0 s", m + ".tau: 0 s is not > 0 s (line 21)");
    said("tau: -5 ms", m + ".tau: -5 ms is not > 0 ms");
    said("tau: 5 mV", m + ".tau: 5 mV is not a time, such as '10 s'");
    said("schedule: {}", m + ".schedule: gives no time");
    said("schedule: {1 s: 1}", m + ".schedule: begins at 1 s: say what holds from '0 s' on");
    said(
        "schedule: {0 s: 0, 20 ms: 1, 0.01 s: 0}",
        m + ".schedule: 0.01 s does not come after 20 ms: times must ascend");
    said("schedule: {0 s: 2}", m + ".schedule: at 0 s: 2.0 is not in 0..1");
    said("schedule: {0 mV: 1}", m + ".schedule: 0 mV is not a time, such as '5 s'");
    said(
        "schedule: {0 s: 1}, interpolation: lines",
        m + ".interpolation: 'lines' is unknown; did you mean 'linear'?");
    said(
        "interpolation: linear",
        m + ".interpolation: there is no 'schedule' that it could be said of");
    said(
        "activity: {of: exc, per_hz: 0.1}",
        m + ": 'tau' is missing: a level that activity drives follows it with a time constant");
    said(
        "tau: 1 s, activity: {of: exk, per_hz: 0.1}",
        m + ".activity.of: population 'exk' is unknown; did you mean 'exc'?");
    said("tau: 1 s, activity: {per_hz: 0.1}", m + ".activity: 'of' is missing");
    said(
        "tau: 1 s, activity: {of: exc}",
        m
            + ".activity: needs one of per_hz (of a population that makes spikes) and per_value (of"
            + " rate neurons or inputs)");
    said(
        "tau: 1 s, activity: {of: exc, per_value: 0.1}",
        m
            + ".activity.per_value: 'exc' is of model 'lif-delta', which makes spikes; its rate can"
            + " drive: use 'per_hz'");
    change(
        "exc: -0.5",
        "exc.ampa: -0.5",
        m + ".targets: neurons of model 'lif-delta' (population 'exc') have no receptor 'ampa'");
    change("exc: -0.5", "exc.signed: -2", m + ".targets.exc.signed.strength: -2.0 is not >= -1");
  }

  /** More keys of the modulator, and the message that they must get. */
  private static void said(String keys, String message) {
    change("level: 0.2", "level: 0.2, " + keys, message);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isToldWithItsPlace(String text, String message, @TempDir Path folder) {
    assertThatThrownBy(() -> NetworkYaml.read(text, "bad.net.yaml", folder))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(message)
        .message()
        .hasLineCount(1);
  }

  @Test
  void theGoodFileIsGood(@TempDir Path folder) {
    NetworkYaml.read(GOOD, "good.net.yaml", folder);
  }

  @Test
  void whatIsNoReadableFileIsTold(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> NetworkYaml.read(folder.resolve("none.yaml")))
        .hasMessage(folder.resolve("none.yaml") + ": there is no such file");
    assertThatThrownBy(() -> NetworkYaml.read(folder))
        .hasMessage(folder + ": is a folder, not a network file");
    Path latin =
        Files.write(folder.resolve("l.yaml"), "name: ä".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> NetworkYaml.read(latin)).hasMessage(latin + ": is not UTF-8 text");
  }
}
