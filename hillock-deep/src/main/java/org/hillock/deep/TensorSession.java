package org.hillock.deep;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.RateFunction;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Intervention;
import org.hillock.core.session.IsolatedNeuron;
import org.hillock.core.session.Probe;
import org.hillock.core.session.RecordingSchema;
import org.hillock.core.session.RecordingSink;
import org.hillock.core.session.Session;
import org.hillock.core.session.Site;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Stimulus;
import org.hillock.deep.PassValues.Of;

/**
 * A network of rate neurons without time: one {@link #advance()} is one forward pass over the batch
 * that is shown. Where a projection counts its delay in passes, each row hears what it sent so many
 * passes ago, with what was done to it then; {@link #reset} takes that away.
 *
 * <p>Levels of modulators stand during a pass and move on from each pass to the next, see {@link
 * PassLevels}.
 *
 * <p>Nothing in it is random, so the session's seed and the number of a trial change nothing.
 * Recordings number the samples one after another over all passes since the last {@link #reset}.
 */
final class TensorSession implements Session, Capability.Batched, Capability.Terms {

  static final String VALUE = "value";

  private static final TensorNetwork.Mode MODE = TensorNetwork.Mode.RUNNING;

  private final TensorNetwork tensors;
  private final Inputs inputs;
  private final List<Intervention> interventions = new ArrayList<>();
  private final List<Watch> watches = new ArrayList<>();
  private final PassValues last = new PassValues();
  private final SentBefore before;
  private final PassLevels levels;
  private final TensorTerms terms;
  private Effects effects;

  /** Those that the last pass took place under. */
  private Effects effectsThen;

  private NDManager pass;
  private int rows;
  private long samples;
  private boolean closed;

  private record Watch(Site site, RecordingSink sink) {}

  TensorSession(TensorNetwork tensors) {
    this.tensors = tensors;
    inputs = new Inputs(network());
    effects = new Effects(network(), interventions);
    levels = new PassLevels(network());
    before = new SentBefore(network());
    terms = new TensorTerms(tensors.plan(), levels, last, before);
    effectsThen = effects;
    pass = tensors.manager().newSubManager();
  }

  @Override
  public Network network() {
    return tensors.plan().network();
  }

  @Override
  public String engine() {
    return TensorEngine.NAME;
  }

  @Override
  public Site bind(SiteRef ref) {
    return Site.find(network(), ref);
  }

  @Override
  public void present(Stimulus stimulus) {
    requireOpen();
    inputs.present(stimulus);
  }

  @Override
  public void apply(Intervention intervention) {
    requireOpen();
    List<Intervention> more = new ArrayList<>(interventions);
    more.add(intervention);
    effects = new Effects(network(), more);
    interventions.add(intervention);
  }

  @Override
  public void clearInterventions() {
    requireOpen();
    interventions.clear();
    effects = new Effects(network(), interventions);
  }

  @Override
  public void record(Probe probe, RecordingSink sink) {
    requireOpen();
    Site site = bind(probe.site());
    if (probe.everyMs() != 0) {
      throw new UsageException(
          "probe of '"
              + probe.site()
              + "': every "
              + probe.everyMs()
              + " ms, but network '"
              + network().name()
              + "' runs without time; leave the interval out");
    }
    sink.begin(
        new RecordingSchema(
            probe.site().toString(),
            network().name(),
            engine(),
            "sample",
            "",
            site.variable().name(),
            site.variable().unit()));
    watches.add(new Watch(site, sink));
  }

  @Override
  public void advance() {
    requireOpen();
    int batch = rowsNow();
    Torch.stayOnThisThread();
    levels.next(effects.hands(), this::mean);
    forget();
    rows = batch;
    effectsThen = effects;
    Map<String, NDArray> sent = last.all(Of.SENT);
    for (Population input : tensors.plan().inputs()) {
      settle(input, inputs.of(input, pass), sent);
    }
    for (FeedForward.Layer layer : tensors.plan().layers()) {
      settle(layer.population(), computed(layer, sent), sent);
    }
    before.remember(sent, tensors.manager(), true);
    record();
  }

  /** Rows of the batch, of which those that hear of passes before have as many as these. */
  private int rowsNow() {
    int shown = inputs.rows();
    int heard = before.rows();
    if (shown != heard && shown != 1 && heard != 1) {
      throw new UsageException(
          "a batch of "
              + shown
              + " rows follows one of "
              + heard
              + ", and network '"
              + network().name()
              + "' hears of what was sent before; reset the session first");
    }
    return Math.max(shown, heard);
  }

  /** The mean of what the neurons of a population gave in the last pass, over all its rows. */
  private double mean(String population) {
    double sum = 0;
    float[] all = last.flat(Of.VALUE, population);
    for (float value : all) {
      sum += value;
    }
    return sum / all.length;
  }

  /** Frees what the last pass computed. */
  private void forget() {
    rows = 0;
    last.clear();
    pass.close();
    pass = tensors.manager().newSubManager();
  }

  private NDArray computed(FeedForward.Layer layer, Map<String, NDArray> sent) {
    NDArray synaptic = arriving(layer, levels.gain(layer.name()), layer.summed(), sent);
    NDArray sum = tensors.withBias(layer, synaptic);
    Optional<Effects.OnPopulation> on = effects.on(layer.name());
    if (on.isPresent()) {
      sum = sum.add(Torch.row(pass, on.get().added));
    }
    last.put(Of.SUM, layer.name(), sum);
    if (layer.function() != RateFunction.PRODUCT) {
      return tensors.activated(layer, sum);
    }
    NDArray factor = arriving(layer, 1, layer.factors(), sent);
    last.put(Of.RIGHT, layer.name(), factor);
    return sum.mul(factor);
  }

  private NDArray arriving(
      FeedForward.Layer layer, double gain, List<Projection> through, Map<String, NDArray> sent) {
    List<Projection> whole = through.stream().filter(p -> !effects.lesioned(p.name())).toList();
    NDArray synaptic =
        tensors.synapticSum(layer, gain, whole, p -> before.carried(p, sent, pass), MODE, pass);
    return effects
        .on(layer.name())
        .map(on -> synaptic.mul(Torch.row(pass, on.received)))
        .orElse(synaptic);
  }

  /** Holds what is held of a population's new values, and works out what others receive of it. */
  private void settle(Population population, NDArray computed, Map<String, NDArray> sent) {
    Optional<Effects.OnPopulation> on = effects.on(population.name());
    NDArray value = computed;
    NDArray received = computed;
    if (on.isPresent()) {
      NDArray held = pass.create(on.get().held).reshape(1, population.size());
      value = NDArrays.where(held, Torch.row(pass, on.get().heldAt), computed);
      received = value.mul(Torch.row(pass, on.get().sent));
    }
    last.put(Of.VALUE, population.name(), value);
    sent.put(population.name(), received);
  }

  private void record() {
    for (Watch watch : watches) {
      double[][] read = read(watch.site());
      for (int row = 0; row < rows; row++) {
        for (int k = 0; k < read[row].length; k++) {
          watch.sink().row(samples + row, watch.site().neurons().get(k), read[row][k]);
        }
      }
    }
    samples += rows;
  }

  @Override
  public double[][] read(Site site) {
    requireOpen();
    if (site.modulator().isPresent()) {
      // one level for all rows
      double[][] same = new double[Math.max(1, rows)][1];
      java.util.Arrays.fill(same, new double[] {levels.value(site)});
      return same;
    }
    requireRun(site);
    float[] flat = last.flat(Of.site(site), site.population().name());
    int width = site.population().size();
    double[][] read = new double[rows][site.neurons().size()];
    for (int row = 0; row < rows; row++) {
      // a population that no batch reaches has one row, which holds for all
      int start = flat.length == width ? 0 : row * width;
      for (int k = 0; k < read[row].length; k++) {
        read[row][k] = flat[start + site.neurons().get(k)];
      }
    }
    return read;
  }

  @Override
  public void reset(long trial) {
    requireOpen();
    inputs.clear();
    forget();
    before.clear();
    levels.restart();
    samples = 0;
  }

  @Override
  public void keep(SiteRef neurons, double fromMs) {
    requireOpen();
    terms.check(bind(neurons));
  }

  @Override
  public IsolatedNeuron isolate(SiteRef neuron, int row) {
    requireOpen();
    Site site = bind(neuron);
    requireRun(site);
    if (row < 0 || row >= rows) {
      throw new UsageException(
          "site '"
              + neuron
              + "': row "
              + row
              + " is outside the last pass, which had rows 0.."
              + (rows - 1));
    }
    return terms.isolate(site, row, effectsThen);
  }

  private void requireRun(Site site) {
    if (rows == 0) {
      throw new UsageException(
          "site '" + site.ref() + "' has no value yet: nothing has been run since the start");
    }
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public <C extends Capability> Optional<C> capability(Class<C> type) {
    return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      watches.forEach(watch -> watch.sink().close());
    } finally {
      pass.close();
      tensors.close();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
  }
}
