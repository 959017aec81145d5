package org.hillock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands that cannot be done: one clear message, an exit code, nothing written. */
class BadCommandTest {

  private static final String MLP = "networks/digits-mlp.net.yaml";
  private static final String BRUNEL = "networks/brunel-small.net.yaml";

  /** A perceptron that fits no digit: 9 pixels, 3 answers. */
  private static final String SMALL =
      """
      name: small
      populations:
        image: {shape: [3, 3, 1], neuron: input}
        out: {size: 3, neuron: softmax, bias: 0}
      projections:
        image_out: {from: image, to: out, connect: dense, weight: 0.1}
      decision: {largest_value: out}
      """;

  /** 64 pixels, but 3 answers. */
  private static final String THREE_ANSWERS = SMALL.replace("[3, 3, 1]", "[8, 8, 1]");

  /** Its matrix of 10^10 weights takes 40 GB and more. */
  private static final String HUGE =
      """
      name: huge
      populations:
        image: {size: 100000, neuron: input}
        out: {size: 100000, neuron: relu, bias: 0}
      projections:
        image_out: {from: image, to: out, connect: dense, weight: 0.1}
      """;

  /** 10^10 synapses in time. */
  private static final String DENSE =
      """
      name: dense
      populations:
        exc: {size: 1000000, neuron: lif-delta}
      projections:
        exc_exc: {from: exc, to: exc, connect: fixed-in-degree, in_degree: 10000, autapses: true,
                  multapses: true, weight: 0.1 mV, delay: 1.5 ms}
      """;

  private static final List<Arguments> CASES = new ArrayList<>();

  /** A command, its exit code, and words that its message must hold. */
  private static void bad(String command, int code, String... words) {
    CASES.add(Arguments.of(command, code, List.of(words)));
  }

  static List<Arguments> cases() {
    CASES.clear();
    words();
    compare();
    train();
    run();
    choices();
    outputs();
    info();
    ions();
    bench();
    return CASES;
  }

  /** Options of the bench that would mean nothing are refused, not passed over. */
  private static void bench() {
    String graph = "networks/digits-mlp-onnx/model.onnx";
    String network = "networks/digits-mlp.net.yaml";
    String spikes = "networks/brunel-small.net.yaml";
    bad("silence " + graph + " hidden1 --scale 0.5", 2, "leave out --scale 0.5");
    bad("silence " + graph + " hidden1 --current 5pA", 2, "leave out --current 5pA");
    bad("silence " + graph + " hidden1 --for 5ms", 2, "leave out --for 5ms");
    bad("silence " + graph + " hidden1 --pixels 0..255", 2, "say with --on");
    bad("silence " + graph + " hidden1 --scope inputs", 2, "silence its outputs");
    bad("silence " + network + " hidden1 --trial 3", 2, "--trial 3", "nothing is drawn");
    bad("silence " + network + " hidden1 --threads 2", 2, "--threads", "leave it out");
    bad("silence " + network + " hidden1 --pixels 0..1", 2, "is for ONNX files");
    bad("silence " + network + " hidden1 --from 5ms", 2, "without time");
    bad("silence " + network + " hidden1 --on digits --input 9999", 2, "--input 9999", "0..");
    bad("silence " + network + " hidden1 --on digits --input x.npy", 2, "number of one image");
    bad("silence " + network + " hidden1 --scope output", 2, "did you mean 'outputs'");
    bad("silence " + spikes + " exx --for 5ms", 2, "did you mean 'exc'");
    bad("clamp " + network + " hidden1 --at -65mV", 2, "plain number");
    bad("patch " + network + " hidden1", 2, "--b-input");
    bad("trace " + spikes + " --for 5ms", 2, "nothing is shown");
    bad("record " + network + " hidden1 --csv", 2, "--out");
    bad("silence digits-mlp hidden1", 2, "say with --on");
  }

  private static void words() {
    bad("comapre digits", 2, "'comapre' is no verb", "did you mean 'compare'?");
    bad("xyzzy", 2, "'xyzzy' is no verb", "known: compare, train, run");
    bad("--sed", 2, "option '--sed' is unknown");
    bad("compare digits --qiuck", 2, "option '--qiuck' is unknown", "did you mean '--quick'?");
    bad("doctor now", 2, "'now' is one word too many");
    bad("test", 2, "./hillock test");
  }

  private static void compare() {
    bad("compare", 2, "say what to compare", "digits");
    bad("compare dgits", 2, "'dgits'", "did you mean 'digits'?");
    bad("compare mnist", 2, "mnist needs", "--on idx:FOLDER");
    bad("compare mnist --on digits", 2, "mnist needs");
    bad("compare mnist --on idx:nowhere", 2, "nowhere", "no such folder");
    bad("compare mnist --on idx:half", 2, "half", "holds no train-images-idx3-ubyte");
    bad("compare mnist --on idx:cut", 2, "train-images-idx3-ubyte");
    bad("compare digits --on idx:half", 2, "compare digits asks about the digits", "idx:half");
    bad("compare digits " + MLP, 2, "'digits' is a comparison of its own");
    bad("compare digits --seed many", 2, "--seed", "'many'");
    bad("compare digits --seed", 2, "--seed");
    bad("compare digits --shuffled", 2, "--shuffled is for networks of your own", "'digits'");
    bad("compare digits --brain none.csv", 2, "none.csv", "no such file");
    bad("compare digits --brain three.csv", 2, "three.csv", "3 rows", "10 labels");
    bad("compare digits --brain skew.csv", 2, "skew.csv", "row 1, column 2", "both ways");
    bad("compare " + BRUNEL + " --brain three.csv", 2, "--brain", "without --on");
    bad("compare " + BRUNEL + " --pixels 0..1", 2, "--pixels", "without --on");
    bad("compare " + BRUNEL + " " + MLP, 2, "'digits-mlp' decides something", "--on digits");
    bad("compare " + MLP, 2, "--on digits");
    bad("compare " + MLP + " --on digts", 2, "'digts' is unknown", "did you mean 'digits'?");
    bad("compare missing.net.yaml --on digits", 2, "missing.net.yaml", "no such file");
    bad("compare small.net.yaml --on digits", 2, "9 neurons", "64 pixels");
    bad("compare three.net.yaml --on digits", 2, "3 answers", "10 labels");
    bad("compare " + BRUNEL + " --on digits", 2, "does not say how its answer is read");
  }

  private static void train() {
    bad("train", 2, "NET");
    bad("train " + MLP, 2, "--on");
    bad("train half --on digits", 2, "half", "is a folder");
    bad("train empty.net.yaml --on digits", 2, "empty.net.yaml", "is empty");
    bad("train " + MLP + " --on digits --rule backprop", 2, "'backprop' is unknown");
    bad("train " + MLP + " --on digits --rule forward-forward", 2, "forward-forward cannot train");
    bad("train small.net.yaml --on digits", 2, "no learning rule", "--rule");
    bad("train " + MLP + " --on digits --set epoch=3", 2, "'epoch'", "did you mean 'epochs'?");
    bad("train " + MLP + " --on digits --set epochs=NaN", 2, "--set epochs", "'NaN'");
    bad("train " + MLP + " --on digits --set epochs=-1", 2, "epochs", "-1 is not > 0");
    bad("train " + MLP + " --on digits --set epochs=5ms", 2, "epochs", "5 ms", "a time");
    bad("train " + MLP + " --on digits --set epochs", 2, "epochs");
    bad("train drawn.net.yaml --on digits --rule backpropagation", 2, "9 neurons", "64 pixels");
    bad("train small.net.yaml --on digits --rule backpropagation", 2, "all weights", "are 0.1");
  }

  private static void run() {
    bad("run missing.net.yaml --for 1s", 2, "missing.net.yaml", "no such file");
    bad("run " + BRUNEL, 2, "--for 1s");
    bad("run " + BRUNEL + " --for 5mV", 2, "--for", "5 mV is a voltage", "a time");
    bad("run " + BRUNEL + " --for -1s", 2, "--for", "-1 s is not > 0 ms");
    bad("run " + BRUNEL + " --for 0ms", 2, "--for", "is not > 0 ms");
    bad("run " + BRUNEL + " --for soon", 2, "--for", "'soon' is not a number");
    bad("run " + BRUNEL + " --for 0.01ms", 2, "shorter than a step");
    bad("run " + BRUNEL + " --for 1e300s", 2, "more steps than can be counted");
    bad("run " + BRUNEL + " --for 10ms --step 2ms", 2, "delay 1.5 ms is shorter than the step");
    bad("run " + BRUNEL + " --for 10ms --step 0s", 2, "--step", "is not > 0 ms");
    bad("run " + BRUNEL + " --for 10ms --engine spikign", 2, "did you mean 'spiking'?");
    bad("run " + BRUNEL + " --for 10ms --engine tensor", 2, "poisson");
    bad("run " + BRUNEL + " --for 10ms --record ex.v", 2, "'ex'", "did you mean 'exc'?");
    bad(
        "run " + BRUNEL + " --for 10ms --record exc.u",
        2,
        "exc.u",
        "no variable 'u'",
        "did you mean");
    bad("run " + BRUNEL + " --for 10ms --record exc[800].v", 2, "neuron 800 is outside");
    bad("run " + BRUNEL + " --for 10ms --record exc[1", 2, "lacks a ']'");
    bad("run " + BRUNEL + " --for 9ms --record exc.v --record exc.v", 2, "exc.v", "named twice");
    bad("run " + BRUNEL + " --for 10ms --on digits", 2, "does not say how its answer is read");
    bad("run " + MLP + " --for 10ms", 2, "runs without time", "--engine spiking");
    bad("run " + MLP + " --step 1ms", 2, "runs without time", "--step");
    bad("run " + MLP + " --passes 0", 2, "--passes: 0 is not >= 1");
    bad("run " + BRUNEL + " --for 10ms --passes 2", 2, "--passes: network", "runs in time");
    bad("run " + MLP + " --csv", 2, "--csv: nothing is recorded");
    bad("run " + MLP + " --image 3", 2, "--image 3", "--on");
    bad("run " + MLP + " --on digits --image 1797", 2, "--image 1797", "0..1796");
    bad("run " + MLP + " --on digits --image x", 2, "--image", "'x'");
    bad("run " + MLP + " --engine spiking --for 5ms", 2, "no neurons that spike", "--record");
    bad("run huge.net.yaml", 1, "network 'huge' needs about", "GiB", "10000000000 synapses");
    for (String verb : List.of("run dense.net.yaml --for 1s", "bench dense.net.yaml")) {
      bad(verb, 1, "'dense' needs about", "GiB", "are available", "HILLOCK_JAVA_OPTS=-Xmx");
    }
  }

  private static void choices() {
    bad("run " + MLP + " --scale 0.5", 2, "--scale: ");
    bad("run " + MLP + " --threads 2", 2, "--threads has no meaning", "tensor engine", "leave");
    bad("run " + MLP + " --precision double", 2, "--precision has no meaning", "'digits-mlp'");
    bad("run " + MLP + " --no-vectors", 2, "--no-vectors has no meaning");
    bad("run " + MLP + " --rate-limit 9Hz", 2, "runs without time", "so --rate-limit has no");
    for (String verb : List.of("run " + BRUNEL + " --for 5ms", "bench " + BRUNEL)) {
      bad(verb + " --scale 0", 2, "--scale: 0 is not > 0 and <= 1");
      bad(verb + " --scale 1.5", 2, "--scale: 1.5 is not > 0 and <= 1");
      bad(verb + " --scale NaN", 2, "--scale: NaN is not > 0");
      bad(verb + " --scale half", 2, "--scale", "'half'");
      bad(verb + " --threads 0", 2, "--threads: 0 is not in 1..1024");
      bad(verb + " --threads -1", 2, "--threads: -1 is not in 1..1024");
      bad(verb + " --threads two", 2, "--threads", "'two'");
      bad(verb + " --precision duoble", 2, "--precision 'duoble'", "did you mean 'double'?");
      bad(verb + " --rate-limit nne", 2, "--rate-limit", "'nne'", "did you mean 'none'?");
      bad(verb + " --rate-limit 400hz", 2, "--rate-limit", "did you mean 'Hz'?", "'none'");
      bad(verb + " --rate-limit 400", 2, "--rate-limit", "400 is a plain number", "'1 Hz'");
      bad(verb + " --rate-limit 4mV", 2, "--rate-limit", "4 mV is a voltage", "a rate");
      bad(verb + " --rate-limit 0Hz", 2, "--rate-limit", "0 Hz is not > 0 Hz");
      bad(verb + " --engine spkiing", 2, "did you mean 'spiking'?");
    }
    bad("bench " + BRUNEL + " --repeats 0", 2, "--repeats: 0 is not >= 1");
    bad("bench " + BRUNEL + " --engine tensor", 2, "poisson");
    bad("bench " + MLP, 2, "'digits-mlp' has no time");
    bad("bench " + BRUNEL + " --rate-limit 20Hz", 1, "ran away", "loop exc → exc", "--rate-limit");
  }

  private static void outputs() {
    String run = "run " + BRUNEL + " --for 5ms --out ";
    bad(run + "small.net.yaml", 2, "--out", "is a file, not a folder");
    bad(run + "small.net.yaml/deeper", 2, "--out", "is a file, not a folder");
    bad(run + "half", 2, "--out", "holds readme.txt", "no result of Hillock");
    bad(run + "/proc/hillock", 1, "--out /proc/hillock", "cannot be written to");
    bad("compare digits --quick --out half", 2, "no result of Hillock");
    bad("train " + MLP + " --on digits --out /proc/hillock/deep", 1, "cannot be written to");
  }

  private static void info() {
    bad("info lif-dleta", 2, "'lif-dleta'", "did you mean 'lif-delta'?");
    bad("info missing.net.yaml", 2, "no such file");
    bad("info half", 2, "is a folder");
    bad("info idx:", 2, "idx:");
    bad("info a b", 2, "'b'");
    bad("transmitters glutamat", 2, "'glutamat'", "did you mean 'glutamate'?");
    bad("transmitters nmdda", 2, "'nmdda'", "did you mean 'nmda'?");
    bad("transmitters phlogiston", 2, "known: glutamate", "'./hillock transmitters' lists all");
    bad("transmitters a b", 2, "'b'");
  }

  private static void ions() {
    bad("ions squid", 2, "no cell is named 'squid'", "known: mammalian-neuron, squid-axon");
    bad("ions --set k.out=-5mM", 2, "ions.k.out: -5 mM is not > 0 mM");
    bad("ions --set k.uot=5mM", 2, "--set k.uot=5mM", "'uot' is no side", "did you mean 'out'?");
    bad("ions --set kk.out=5mM", 2, "ion 'kk' is unknown", "did you mean 'k'?");
    bad("ions --set k=5mM", 2, "--set k=5mM: say of which side");
    bad("ions --set k.out=5", 2, "5 is a plain number, but a concentration", "'1 mM'");
    bad("ions --set k.out=5mV", 2, "5 mV is a voltage, but a concentration");
    bad("ions --set k.out=1e9M", 2, "ions.k.out", "<= 10000 mM");
    bad("ions --celsius -300", 2, "--celsius: -300 degrees Celsius", "absolute zero");
    bad("ions --celsius 61", 2, "--celsius: 61 degrees Celsius is not in 0..60");
    bad("ions --celsius warm", 2, "--celsius", "'warm'");
    bad("ions --permeability k=-1", 2, "permeability.k: -1 is not >= 0");
    bad("ions --permeability k=0,na=0,cl=0", 2, "no ion can pass", "one must be > 0");
    bad("ions --permeability kay=1", 2, "ion 'kay' is unknown");
    bad("ions --figure rest.pdf", 2, "'rest.pdf' ends neither in .png nor in .svg");
    bad("ions --figure /proc/hillock/rest.png", 1, "/proc/hillock");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isToldInOneMessage(String command, int code, List<String> words, @TempDir Path folder) {
    Cli cli = Cli.in(folder);
    cli.file("small.net.yaml", SMALL);
    cli.file("drawn.net.yaml", SMALL.replace("0.1", "{normal: {mean: 0, sd: 0.1}}"));
    cli.file("three.net.yaml", THREE_ANSWERS);
    cli.file("three.csv", "0,1,2\n1,0,3\n2,3,0\n");
    cli.file("skew.csv", ("0,1,0,0,0,0,0,0,0,0\n" + "0,0,0,0,0,0,0,0,0,0\n".repeat(9)));
    cli.file("huge.net.yaml", HUGE);
    cli.file("dense.net.yaml", DENSE);
    cli.file("empty.net.yaml", "");
    cli.file("half/readme.txt", "no images");
    cli.file("cut/train-images-idx3-ubyte", "abc");
    for (String name : List.of("train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")) {
      cli.file("cut/" + name + "-ubyte", "abc");
    }
    List<String> before = cli.content();
    Cli.Result result = cli.run(command.split(" "));
    assertThat(result.problems()).contains(words).startsWith("hillock: ");
    assertThat(result.problems().lines()).as("one message").hasSize(1);
    assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(result.code()).isEqualTo(code);
    assertThat(result.out()).isEmpty();
    assertThat(cli.content()).as("nothing is left behind").isEqualTo(before);
  }
}
