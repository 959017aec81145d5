package org.hillock.spiking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hillock.spiking.SpikingProgram.LoweredProjection;
import org.hillock.spiking.bytecode.StepInterpreter;
import org.hillock.spiking.equation.LoweredSynapse;
import org.hillock.spiking.lowered.Modulation;
import org.hillock.spiking.lowered.Settling;
import org.hillock.spiking.plasticity.Exploded;
import org.hillock.spiking.plasticity.PlasticPlan;
import org.hillock.spiking.terms.ArrivalLane;
import org.hillock.spiking.terms.Lane;

/**
 * Spikes along synapses that change, one synapse after the other: the plain twin that judges {@link
 * org.hillock.spiking.plasticity}, to the same bits.
 *
 * <p>Each bundle (a source and a delay) has what stands before its synapses, as it is heard there;
 * each target and delay what stands behind.
 */
final class PlasticDelivery extends Delivery {

  /** Steps are exact in floats up to there. */
  private static final long LONG = 1L << 22;

  private final PlasticPlan plan;
  private final LoweredSynapse rule;
  private final double quantum;
  private final SpikingState from;
  private final SpikingState to;
  private final double[] arrived;

  /** Different delays, shortest first, and which of them a bundle has. */
  private final int[] delays;

  private final int[] delayOf;

  /** By synapse: its bundle; by bundle: its source. */
  private final int[] bundleOf;

  private final int[] sourceOf;

  /** Synapses by target, in the order of delay, source and number. */
  private final List<List<Integer>> onto = new ArrayList<>();

  /** By kept number and synapse; by state and bundle; by state, delay and target. */
  private final float[][] kept;

  private final float[][] before;
  private final float[][][] behind;

  /** Spikes of targets on their way back, by delay. */
  private final List<ArrivalRing> returning = new ArrayList<>();

  private float[] levels = new float[0];
  private boolean learning = true;
  private final KeptSynapses noted;
  private long base;
  private long plasticEvents;

  PlasticDelivery(LoweredProjection lowered, SpikingState from, SpikingState to) {
    super(lowered);
    SpikingProgram.Learning learningPlan = lowered.learning().orElseThrow();
    plan = learningPlan.plan();
    rule = plan.rule();
    quantum = learningPlan.quantum();
    this.from = from;
    this.to = to;
    noted = new KeptSynapses(lowered.rows(), to.lowered.size());
    arrived =
        to.arrived(plan.sign() < 0 ? lowered.receptor().portBelow0() : lowered.receptor().port());
    SynapseRows rows = lowered.rows();
    delays = Arrays.stream(rows.delaySteps()).sorted().distinct().toArray();
    sourceOf = rows.sourceOf();
    bundleOf = rows.bundleOf();
    delayOf = new int[rows.bundles()];
    for (int b = 0; b < delayOf.length; b++) {
      delayOf[b] = Arrays.binarySearch(delays, rows.delaySteps()[b]);
    }
    for (int j = 0; j < plan.targets(); j++) {
      onto.add(new ArrayList<>());
    }
    for (int d = 0; d < delays.length; d++) {
      returning.add(new ArrivalRing(2 * delays[d] + 1));
      for (int k = 0; k < rows.synapses(); k++) {
        if (delayOf[bundleOf[k]] == d) {
          onto.get(rows.post()[k]).add(k);
        }
      }
    }
    kept = new float[rule.kept()][rows.synapses()];
    before = new float[rule.before().size()][rows.bundles()];
    behind = new float[rule.behind().size()][delays.length][plan.targets()];
    for (int k = 0; k < rows.synapses(); k++) {
      kept[0][k] = plan.share(rows.weight()[k]);
    }
  }

  PlasticPlan plan() {
    return plan;
  }

  long plasticEvents() {
    return plasticEvents;
  }

  /** Weights in the order of the projection, in the coherent unit, without the receptor's sign. */
  double[] weights() {
    double[] all = new double[kept[0].length];
    for (int k = 0; k < all.length; k++) {
      all[lowered.rows().number()[k]] = Math.abs(plan.scale()) * kept[0][k];
    }
    return all;
  }

  @Override
  void reset(long trialSeed) {
    super.reset(trialSeed);
    for (int k = 0; k < before.length; k++) {
      Arrays.fill(before[k], (float) rule.beforeStart()[k]);
    }
    for (int k = 0; k < behind.length; k++) {
      for (float[] some : behind[k]) {
        Arrays.fill(some, (float) rule.behindStart()[k]);
      }
    }
    for (int k = 0; k < rule.within().size(); k++) {
      Arrays.fill(kept[1 + k], (float) rule.withinStart()[k]);
    }
    returning.forEach(ArrivalRing::clear);
    plasticEvents = 0;
    forget(0);
  }

  void heed(Modulation modulation) {
    levels = modulation.levels(plan.modulators(), rule.standard());
  }

  /** Freezes or thaws at t_n. */
  void learn(boolean on, long n) {
    if (on == learning) {
      return;
    }
    learning = on;
    if (on) {
      forget(n);
    } else {
      refresh(n);
    }
  }

  private void forget(long n) {
    if (rule.moving()) {
      base = n;
      Arrays.fill(kept[kept.length - 1], 0);
    }
  }

  private void refresh(long n) {
    if (rule.refresh().isPresent()) {
      for (int k = 0; k < kept[0].length; k++) {
        Touch touch = new Touch(rule.refresh().get(), k, n);
        touch.row(0).keep();
      }
    }
  }

  @Override
  Lane keep(int target, long begin) {
    return noted.add(target, new ArrivalLane(ends(from, to).ofSign(plan.sign()), true));
  }

  @Override
  void forget() {
    noted.clear();
  }

  @Override
  void send(long t) {
    dispatchSpikes(from, t);
  }

  @Override
  long deliver(long n) {
    ArrivalRing.Arrivals arrivals = ring.at(n);
    long events = 0;
    if (!lesioned()) {
      arrivals.order();
      for (int i = 0; i < arrivals.size(); i++) {
        for (int times = 0; times < arrivals.amount(i); times++) {
          events += arrive(arrivals.bundle(i), n);
        }
      }
    }
    arrivals.clear();
    return events;
  }

  private long arrive(int bundle, long n) {
    int start = lowered.rows().synapseStart()[bundle];
    int end = lowered.rows().synapseStart()[bundle + 1];
    boolean changes = learning && rule.changesOnPre();
    for (int k = start; k < end; k++) {
      float sent = kept[0][k];
      if (changes || rule.sends()) {
        Touch touch = new Touch(rule.onPre(), k, n);
        touch.row(0);
        sent = rule.sends() ? (float) touch.m.after[rule.kept()] : sent;
        if (changes) {
          touch.keep();
          plasticEvents++;
        }
      }
      double brought = Math.rint(sent * (plan.scale() / quantum)) * quantum;
      arrived[lowered.rows().post()[k]] += brought;
      if (noted.keeps(k)) {
        int delay = lowered.rows().delaySteps()[bundle];
        noted.laneOf(k).arrives(n, sourceOf[bundle], delay, brought, 1, brought);
      }
    }
    rule.beforeJump().ifPresent(jump -> onTrace(jump, before, bundle));
    return end - start;
  }

  /** Runs a program on the states of one neuron. */
  private void onTrace(LoweredSynapse.Rule program, float[][] traces, int at) {
    StepInterpreter.Meeting m = meeting(program);
    for (int k = 0; k < traces.length; k++) {
      m.state[k] = traces[k][at];
    }
    if (m.global.length > 0) {
      told(m);
    }
    new StepInterpreter(program.program(), true).step(m);
    for (int k = 0; k < traces.length; k++) {
      traces[k][at] = (float) m.after[k];
    }
  }

  private static StepInterpreter.Meeting meeting(LoweredSynapse.Rule program) {
    StepInterpreter.Meeting m = new StepInterpreter.Meeting(program.program());
    for (int k = 0; k < m.coefficient.length; k++) {
      m.coefficient[k] = program.coefficients()[k][0];
    }
    return m;
  }

  private void told(StepInterpreter.Meeting m) {
    for (int k = 0; k < levels.length; k++) {
      m.global[k] = levels[k];
    }
  }

  /** One delay's part of what stands behind. */
  private float[][] behindOf(int delay) {
    float[][] part = new float[behind.length][];
    for (int k = 0; k < behind.length; k++) {
      part[k] = behind[k][delay];
    }
    return part;
  }

  /** Step {@code n} is done: traces move on, targets that fired are noted, and passes made. */
  void finish(long n) {
    long m = n + 1;
    rule.beforeStep()
        .ifPresent(step -> {
          for (int b = 0; b < lowered.rows().bundles(); b++) {
            onTrace(step, before, b);
          }
        });
    for (int d = 0; d < delays.length; d++) {
      int delay = d;
      rule.behindStep()
          .ifPresent(step -> {
            for (int j = 0; j < plan.targets(); j++) {
              onTrace(step, behindOf(delay), j);
            }
          });
      for (int k = 0; k < to.fired(); k++) {
        returning.get(d).add(plan.dendritic() ? m + 2L * delays[d] : m, to.firedNeuron(k), 1);
      }
    }
    if (Settling.after(n)) {
      Stream.concat(Arrays.stream(before), Arrays.stream(behind).flatMap(Arrays::stream))
          .forEach(trace -> Settling.settle(trace, 0, trace.length));
    }
    for (int d = 0; d < delays.length; d++) {
      ArrivalRing.Arrivals back = returning.get(d).at(m);
      for (int k = 0; k < back.size(); k++) {
        comeBack(d, back.bundle(k), m);
      }
      back.clear();
    }
    for (LoweredSynapse.Pass pass : rule.every()) {
      if (learning && m % pass.intervalSteps() == 0) {
        pass(pass, m);
      }
    }
    if (rule.moving() && m - base >= LONG) {
      refresh(m);
      forget(m);
    }
  }

  private void comeBack(int delay, int target, long m) {
    for (int k : onto.get(target)) {
      if (learning && rule.changesOnPost() && delayOf[bundleOf[k]] == delay) {
        new Touch(rule.onPost(), k, m).column().keep();
        plasticEvents++;
      }
    }
    rule.behindJump().ifPresent(jump -> onTrace(jump, behindOf(delay), target));
  }

  private void pass(LoweredSynapse.Pass pass, long m) {
    int sums = pass.totals().size();
    double[][] totals = new double[sums][plan.targets()];
    for (int t = 0; t < sums; t++) {
      for (List<Integer> synapses : onto) {
        for (int k : synapses) {
          Touch touch = new Touch(pass.totals().get(t), k, m);
          touch.row(0);
          totals[t][lowered.rows().post()[k]] += (float) touch.m.after[rule.kept()];
        }
      }
    }
    for (int k = 0; k < kept[0].length; k++) {
      Touch touch = new Touch(pass.statements(), k, m);
      for (int t = 0; t < sums; t++) {
        touch.m.input[t] = (float) totals[t][lowered.rows().post()[k]];
      }
      touch.row(sums).keep();
      plasticEvents++;
    }
  }

  /** A program about to run on one synapse. */
  private final class Touch {
    private final LoweredSynapse.Rule program;
    private final int synapse;
    private final long now;
    private final StepInterpreter.Meeting m;

    Touch(LoweredSynapse.Rule program, int synapse, long now) {
      this.program = program;
      this.synapse = synapse;
      this.now = now;
      m = meeting(program);
      for (int k = 0; k < kept.length; k++) {
        m.state[k] = kept[k][synapse];
      }
      told(m);
      m.global[rule.now()] = now - base;
    }

    /** With what stands before as globals, and behind as inputs from a number on. */
    Touch row(int firstInput) {
      int bundle = bundleOf[synapse];
      for (int k = 0; k < before.length; k++) {
        m.global[rule.modulators().size() + k] = before[k][bundle];
      }
      for (int k = 0; k < behind.length; k++) {
        m.input[firstInput + k] = behind[k][delayOf[bundle]][lowered.rows().post()[synapse]];
      }
      new StepInterpreter(program.program(), true).step(m);
      return this;
    }

    /** The other way round. */
    Touch column() {
      int bundle = bundleOf[synapse];
      for (int k = 0; k < before.length; k++) {
        m.input[k] = before[k][bundle];
      }
      for (int k = 0; k < behind.length; k++) {
        m.global[rule.modulators().size() + k] =
            behind[k][delayOf[bundle]][lowered.rows().post()[synapse]];
      }
      new StepInterpreter(program.program(), true).step(m);
      return this;
    }

    /** Puts back what the synapse keeps now. */
    void keep() {
      for (int k = 0; k < kept.length; k++) {
        kept[k][synapse] = (float) m.after[k];
      }
      if (!Float.isFinite(kept[0][synapse])) {
        int target = lowered.rows().post()[synapse];
        throw Exploded.synapse(plan, 0, sourceOf[bundleOf[synapse]], target, now);
      }
    }
  }
}
