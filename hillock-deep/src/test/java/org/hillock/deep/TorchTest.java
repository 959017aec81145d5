package org.hillock.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hillock.deep.Nets.normal;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
import org.hillock.core.network.RateFunction;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.core.training.Progress;
import org.hillock.core.training.Trained;
import org.hillock.core.training.Trainer;
import org.hillock.core.training.Trainers;
import org.hillock.core.training.TrainingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of native memory and of threads. */
class TorchTest {

  private static final Dataset DATA = Images.bars(3, 60, 0.3, 1);

  /** How many tensors live in this process, whoever owns them. */
  private static int tensors() {
    try (NDManager any = Torch.newManager()) {
      return any.getParentManager().getManagedArrays().size();
    }
  }

  private static Network networkFor(String rule) {
    return rule.equals("backpropagation")
        ? Nets.mlp(9, 12, "relu", 3, "softmax", 1)
        : Nets.goodness(9, 12, 3, 1, normal(0.3));
  }

  private static Trained train(String rule, Progress progress) {
    return Trainers.named(rule)
        .train(networkFor(rule), DATA, TrainingOptions.seeded(1).with("epochs", 4), progress);
  }

  @ParameterizedTest
  @ValueSource(strings = {"backpropagation", "forward-forward"})
  void noStepOfTrainingLeavesATensorBehind(String rule) {
    int before = tensors();
    List<Integer> alive = new ArrayList<>();
    train(rule, (_, _) -> alive.add(tensors()));
    assertThat(alive).hasSize(4).first().satisfies(n -> assertThat(n).isGreaterThan(before));
    assertThat(alive).containsOnly(alive.getFirst());
    assertThat(tensors()).isEqualTo(before);
  }

  @Test
  void noPassLeavesATensorBehind() {
    int before = tensors();
    Network network = networkFor("forward-forward");
    try (Session session = new TensorEngine().open(network, SessionOptions.seeded(1))) {
      session.present(new Stimulus.Frames("image", DATA.images()));
      session.advance();
      int once = tensors();
      session.advance();
      session.advance();
      assertThat(tensors()).isEqualTo(once).isGreaterThan(before);
    }
    assertThat(tensors()).isEqualTo(before);
  }

  @Test
  void anyThreadAndSeveralAtOnceGiveTheSameBits() throws Exception {
    List<Trained> alone =
        List.of(train("backpropagation", Progress.NONE), train("forward-forward", Progress.NONE));
    List<Callable<Trained>> tasks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Trained wanted = alone.get(i % 2);
      String rule = i % 2 == 0 ? "backpropagation" : "forward-forward";
      tasks.add(() -> {
        Trained trained = train(rule, Progress.NONE);
        assertThat(trained).isEqualTo(wanted);
        return trained;
      });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (Future<Trained> future : threads.invokeAll(tasks)) {
        future.get();
      }
    }
  }

  @Test
  void aSessionMayMoveToAnotherThreadWithoutChangingABit() throws Exception {
    Network network = Nets.mlp(300, 400, "tanh", 10, "softmax", 1);
    Dataset data = Images.bars(100, 200, 0.3, 1);
    try (Session session = new TensorEngine().open(network, SessionOptions.seeded(1))) {
      session.present(new Stimulus.Frames("image", data.images()));
      Site out = session.bind(SiteRef.parse("out"));
      session.advance();
      double[][] here = session.read(out);
      try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
        thread.submit(session::advance).get();
      }
      assertThat(session.read(out)).isDeepEqualTo(here);
    }
  }

  @Test
  void everySettingSaysWhatItIs() {
    for (Trainer trainer : Trainers.all()) {
      assertThat(trainer.meaning()).isNotBlank();
      assertThat(trainer.settings()).allSatisfy(s -> assertThat(s.meaning()).isNotBlank());
    }
  }

  /**
   * A gradient is computed after what it is computed from; the garbage collector may come in
   * between. Operations that take a Java number let go of its memory before: dividing by 32 then
   * gave gradients of 1e-9 instead of 1/32, and trainings came out in other bits, now and then.
   */
  @ParameterizedTest
  @EnumSource(
      value = RateFunction.class,
      names = {"STEP", "PRODUCT"},
      mode = EnumSource.Mode.EXCLUDE)
  void theGarbageCollectorChangesNoGradient(RateFunction function) {
    assertThat(slopes(function, TorchTest::collectGarbage)).isEqualTo(slopes(function, () -> {}));
  }

  /** The gradient of a third of the summed values, and what happens before it is computed. */
  private static float[] slopes(RateFunction function, Runnable inBetween) {
    Torch.lockGradients();
    try (NDManager manager = Torch.newManager();
        GradientCollector collector = Torch.newCollector()) {
      NDArray sums =
          Torch.create(manager, new float[] {-2, -0.4f, 0.3f, 0.9f, 3, 0.1f}, new Shape(2, 3));
      sums.setRequiresGradient(true);
      List<NDArray> parameters =
          List.of(
              Torch.row(manager, new float[] {0.2f, 0.3f, 0.4f}),
              Torch.row(manager, new float[] {0.5f, 0.4f, 0.5f}));
      NDArray values = Activation.of(function, sums, parameters);
      NDArray third = values.square().sum().div(Torch.number(values, 3));
      inBetween.run();
      collector.backward(third);
      return sums.getGradient().toFloatArray();
    } finally {
      Torch.unlockGradients();
    }
  }

  /** Has memory that Java let go of given back, and other numbers written to it. */
  private static void collectGarbage() {
    for (int k = 0; k < 5; k++) {
      System.gc();
      List<ByteBuffer> taken = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        taken.add(ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder()).putFloat(0, 1e6f));
      }
      assertThat(taken).hasSize(1000);
    }
  }
}
