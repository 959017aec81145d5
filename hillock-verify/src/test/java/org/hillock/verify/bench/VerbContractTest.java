package org.hillock.verify.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.Population;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.SiteRef;
import org.hillock.core.training.Progress;
import org.hillock.lab.bench.Activity;
import org.hillock.lab.bench.Effect;
import org.hillock.lab.isolate.Isolation;
import org.hillock.lab.patch.CausalMap;
import org.hillock.lab.patch.Patching;
import org.hillock.lab.trace.Trace;
import org.hillock.lab.trace.Tracing;
import org.hillock.lab.why.Explanation;
import org.hillock.lab.why.Question;
import org.hillock.lab.workbench.Verb;
import org.hillock.lab.workbench.Workbench;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verb on a network of every kind, with what must hold exactly. */
class VerbContractTest {

  /** What a why must add up to, against the sizes of its terms: the bar. */
  private static final double ADDS_UP = 1e-5;

  private static final Map<String, Workbench> KINDS = Kinds.all();

  static Stream<String> kinds() {
    return KINDS.keySet().stream();
  }

  private static Workbench bench(String kind) {
    return Optional.ofNullable(KINDS.get(kind)).orElseThrow();
  }

  /** A population whose neurons sum up what others send. */
  private static Population summing(Activity activity) {
    List<Population> all =
        activity.populations().stream()
            .map(activity::population)
            .filter(
                p -> p.model().takesSynapses() || p.model().family() == NeuronModel.Family.VALUE)
            .toList();
    return all.get(all.size() / 2);
  }

  /** One that does something. */
  private static int active(Activity activity, String population) {
    double[] levels = activity.levels(population);
    int best = 0;
    for (int n = 1; n < levels.length; n++) {
      best = Math.abs(levels[n]) > Math.abs(levels[best]) ? n : best;
    }
    return best;
  }

  private static String site(Population population, int neuron) {
    return new SiteRef(
            population.name(),
            List.of(new SiteRef.Range(neuron, neuron)),
            Map.of(),
            Optional.empty())
        .toString();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void watchingChangesNoBit(String kind) {
    Workbench bench = bench(kind);
    Activity alone = bench.activity();
    assertThat(bench.record(site(summing(alone), 0))).hasSize(1);
    assertThat(bench.activity().same(alone)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anInterventionOnNothingNamesTheNearest(String kind) {
    Workbench bench = bench(kind);
    String name = summing(bench.activity()).name();
    for (String done : List.of("silence %s", "clamp %s = 0", "stimulate %s = 1")) {
      assertThatThrownBy(() -> bench.with(done.formatted(name + "x")))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(name);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsSilencedTwiceChangesNothingTheSecondTime(String kind) {
    Workbench bench = bench(kind);
    Activity activity = bench.activity();
    Population p = summing(activity);
    String done = "silence " + site(p, active(activity, p.name()));
    Effect again = bench.with(done).effectOf(done);
    assertThat(again.isNothing()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsClampedIsWhereItIsHeld(String kind) {
    Workbench bench = bench(kind);
    Population p = summing(bench.activity());
    boolean inSpikes = p.model().family() == NeuronModel.Family.SPIKING;
    String held = site(p, 0) + (inSpikes ? potential(p) : ".value");
    Workbench clamped = bench.with("clamp " + held + " = -64");
    clamped
        .record(held)
        .values()
        .forEach(recording -> {
          assertThat(recording.size()).isPositive();
          // single precision in networks without time, where -64 is exact
          assertThat(recording.value(recording.size() - 1)).isEqualTo(-64);
        });
  }

  private static String potential(Population p) {
    return p.model().cell().isPresent()
        ? "." + p.model().cell().orElseThrow().bodyPlace() + ".v"
        : ".v";
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void stimulatingReachesWhatItIsDoneTo(String kind) {
    Workbench bench = bench(kind);
    Population p = summing(bench.activity());
    String done = "stimulate " + site(p, 0) + " = 1000";
    if (p.model().biasDimension().isEmpty() && p.model().family() != NeuronModel.Family.VALUE) {
      // a text without 'bias' has nothing to add to
      assertThatThrownBy(() -> bench.with(done))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("no sum");
      return;
    }
    assertThat(bench.effectOf(done).isNothing()).isFalse();
  }

  /** Put back what was there, and nothing may change. */
  @ParameterizedTest
  @MethodSource("kinds")
  void aPatchFromTheSameRunChangesNothing(String kind) {
    Workbench bench = bench(kind);
    Verb.Ability ability = Verb.PATCH.on(bench.experiment());
    if (!ability.works()) {
      assertThat(ability.but()).isNotBlank();
      return;
    }
    Activity activity = bench.activity();
    Population p = summing(activity);
    CausalMap map;
    try {
      map = patched(bench, activity, p);
    } catch (UsageException e) {
      assertThat(e).hasMessageContaining(ability.but());
      assertThat(ability.but()).isNotBlank();
      return;
    }
    assertThat(map.inA()).isEqualTo(map.inB());
    assertThat(map.patches().getFirst().value()).isEqualTo(map.inA());
  }

  private static CausalMap patched(Workbench bench, Activity activity, Population p) {
    return new Patching(bench.experiment(), bench.experiment())
        .map(
            List.of(SiteRef.parse(site(p, active(activity, p.name())))),
            Optional.of(new SiteRef(p.name(), List.of(), Map.of(), Optional.empty())),
            Progress.NONE);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aLesionCutsOrSaysWhyNot(String kind) {
    Workbench bench = bench(kind);
    if (!Verb.LESION.on(bench.experiment()).works()) {
      assertThatThrownBy(() -> bench.with("lesion all")).isInstanceOf(UsageException.class);
      return;
    }
    Effect effect = bench.effectOf("lesion *");
    assertThat(effect.isNothing()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aCutNeuronDoesTheSameAlone(String kind) {
    Workbench bench = bench(kind);
    Activity activity = bench.activity();
    Population p = summing(activity);
    Isolation alone = bench.isolate(site(p, active(activity, p.name())));
    // without time the engine sums in single precision and the cut neuron in double
    double room = activity.timed() ? 0 : 1e-5 * Math.max(1, Math.abs(alone.within().sum()));
    assertThat(Math.abs(alone.alone().sum() - alone.within().sum())).isLessThanOrEqualTo(room);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatWhyTellsAddsUp(String kind) {
    Workbench bench = bench(kind);
    Activity activity = bench.activity();
    Population p = summing(activity);
    String site = site(p, active(activity, p.name()));
    Explanation told =
        bench.why(Question.of(SiteRef.parse(site)).within(2, 2).playing(64, 1)).explanation();
    assertThat(told.all())
        .isNotEmpty()
        .allSatisfy(
            e -> assertThat(Math.abs(e.residual())).isLessThanOrEqualTo(ADDS_UP * e.mass()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aTraceBeginsAtItsCause(String kind) {
    Workbench bench = bench(kind);
    Activity activity = bench.activity();
    Population p = summing(activity);
    String done = "silence " + site(p, active(activity, p.name()));
    List<Intervention> acts = bench.with(done).experiment().interventions();
    Trace trace =
        new Tracing(bench.experiment(), bench.experiment().with(acts), done, java.util.Set.of())
            .trace(new Tracing.Extent(Optional.empty(), 10, 0, 1), Progress.NONE);
    // who is reached is who changed, by the other verb's count
    assertThat((long) trace.reached().size()).isEqualTo(bench.effectOf(done).changed());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyNetworkIsExaminedAndPutInNumbers(String kind) {
    Workbench bench = bench(kind);
    assertThat(bench.diagnose()).isNotNull();
    assertThat(bench.signs()).hasSize(bench.activity().populations().size());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theSameSeedGivesTheSameBits(String kind) {
    Workbench bench = bench(kind);
    Activity first = bench.activity();
    assertThat(first.same(bench.activity())).isTrue();
    assertThat(Arrays.stream(Verb.values()).map(v -> v.on(bench.experiment())).toList())
        .isEqualTo(Arrays.stream(Verb.values()).map(v -> v.on(bench.experiment())).toList());
  }
}
