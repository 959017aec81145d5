package org.hillock.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hillock.deep.Nets.normal;

import ai.djl.ndarray.NDManager;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hillock.core.data.Dataset;
import org.hillock.core.network.Network;
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

  /** As the native library will read it, which is not what Java keeps of the environment. */
  @Test
  @SuppressWarnings("restricted")
  void mathematicsIsAskedForTheSameBits() throws Throwable {
    try (NDManager any = Torch.newManager();
        Arena arena = Arena.ofConfined()) {
      assertThat(any.isOpen()).isTrue();
      Linker linker = Linker.nativeLinker();
      var getenv =
          linker.downcallHandle(
              linker.defaultLookup().find("getenv").orElseThrow(),
              FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
      var value = (MemorySegment) getenv.invokeExact(arena.allocateFrom("MKL_CBWR"));
      assertThat(value.reinterpret(64).getString(0)).isEqualTo("AUTO");
    }
  }
}
