package org.hillock.spiking.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.ElectricalSynapse;
import org.hillock.core.network.Network;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.session.Precision;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.wiring.Wiring;
import org.hillock.spiking.equation.LoweredEquations;
import org.hillock.spiking.kernel.FloatKernels;
import org.hillock.spiking.lowered.ArrivalGrid;
import org.hillock.spiking.lowered.Dynamics;
import org.hillock.spiking.lowered.DynamicsCompiler;
import org.hillock.spiking.lowered.Modulation;
import org.hillock.spiking.lowered.TimeGrid;

/** A network laid out for blocks: everything that is known before a synapse is drawn. */
final class BlockProgram {

  /** Rows of cells at least, where the shortest delay is shorter. */
  private static final int LEAST_EPOCH = 4;

  /** In shorter epochs too much is touched for quiet vectors to be worth finding. */
  private static final int LEAST_SPARSE = 16;

  /** More rows of cells would leave the cache. */
  private static final int MOST_EPOCH = 32;

  /** Fewer arrivals than that at a vector of neurons in an epoch at 1 Hz, and most are quiet. */
  private static final double SPARSE = 8;

  /** One of so many neurons is few. */
  private static final int FEW = 8;

  final Network network;
  final TimeGrid grid;
  final boolean single;
  final int threads;
  final List<Population> populations;
  final List<Dynamics> dynamics = new ArrayList<>();
  final BlockLayout layout;

  /** Of the weights onto each population. */
  final Map<String, Double> quantum = new HashMap<>();

  /** Projections whose Poisson sources are drawn where they arrive. */
  final List<Driving> driving = new ArrayList<>();

  /** The other projections by number of their source population. */
  final Map<Integer, List<Projection>> delivering = new LinkedHashMap<>();

  /** How the weights of each source population are kept. */
  final Map<Integer, WeightPlan> plans = new HashMap<>();

  /** Electrical synapses. */
  final List<Coupling> couplings = new ArrayList<>();

  /** Projections whose spikes release vesicles. */
  final List<Terminals> terminals = new ArrayList<>();

  /** Projections whose synapses change. */
  final List<PlasticWiring> plastic = new ArrayList<>();

  /** Steps that can be done without looking at other blocks. */
  final int window;

  /** Rows of cells, a power of two. */
  final int epoch;

  final boolean sparse;

  BlockProgram(Network network, SessionOptions options) {
    this.network = network;
    grid = new TimeGrid(options.stepMs());
    single = options.precision() == Precision.SINGLE;
    populations = List.copyOf(network.populations().values());
    int[] sizes = new int[populations.size()];
    int[] ports = new int[populations.size()];
    boolean[] whole = new boolean[populations.size()];
    int bits = single ? ArrivalGrid.INTEGER_BITS : ArrivalGrid.DOUBLE_BITS;
    for (int p = 0; p < sizes.length; p++) {
      Population population = populations.get(p);
      dynamics.add(new DynamicsCompiler(network, grid, population).lower());
      sizes[p] = population.size();
      ports[p] = Ports.count(dynamics.get(p));
      whole[p] = dynamics.get(p) instanceof Dynamics.SpikeList;
      double stepMs = options.stepMs();
      quantum.put(population.name(), ArrivalGrid.quantum(network, population, bits, stepMs));
    }
    int least = Integer.MAX_VALUE;
    for (Projection p : network.projections().values()) {
      if (ElectricalSynapse.of(network, p).isPresent()) {
        int to = place(p.to());
        couplings.add(Coupling.of(network, grid, p, place(p.from()), to, dynamics.get(to)));
        least = 0;
      } else if (p.release().isPresent()) {
        terminals.add(terminals(p));
        least = Math.min(least, Delays.least(network, grid, p));
      } else if (p.plasticity().isPresent()) {
        plastic.add(plastic(p));
        least = Math.min(least, Delays.least(network, grid, p));
      } else if (drives(p)) {
        driving.add(driving(p));
      } else {
        least = Math.min(least, Delays.least(network, grid, p));
        delivering.computeIfAbsent(place(p.from()), _ -> new ArrayList<>()).add(p);
      }
    }
    // those that end at one port stand together, in the order of the network
    couplings.sort(Comparator.comparing(Coupling::to).thenComparing(Coupling::port));
    window = (int) Math.min(least + 1L, MOST_EPOCH);
    epoch = Math.max(LEAST_EPOCH, Integer.highestOneBit(window));
    delivering.forEach((from, out) -> {
      int delayBits =
          Delays.common(network, grid, out) > 0 ? 0 : Integer.numberOfTrailingZeros(epoch);
      plans.put(from, WeightPlan.of(network, out, quantum, single, delayBits));
    });
    threads = ThreadChoice.of(this, options.threads());
    sparse =
        single
            && epoch >= LEAST_SPARSE
            && couplings.isEmpty()
            && terminals.isEmpty()
            && plastic.isEmpty()
            && dynamics.stream().noneMatch(d -> d instanceof Dynamics.Parted)
            && drivesFew()
            && arrivalsAtVector() < SPARSE
            && wide(ports);
    int multiple = sparse ? Bins.CELLS : FloatKernels.LANES;
    int blocks = BlockLayout.blocksFor(sizes, ports, threads, multiple);
    layout = BlockLayout.of(sizes, ports, whole, blocks, multiple);
  }

  /**
   * A projection from Poisson sources, each of which drives one neuron.
   *
   * @param from place of the sources
   * @param to place of the driven
   * @param delay in steps
   * @param quanta that a spike adds to its cell in single precision
   * @param weight that it adds in double precision, in its unit
   */
  record Driving(
      String projection,
      int from,
      int to,
      int port,
      int delay,
      int quanta,
      double weight,
      boolean single) {

    /** The step in which a spike is found that arrives in step {@code arrival}; may be below 0. */
    long emission(long arrival) {
      return arrival - 1 - delay;
    }
  }

  private Driving driving(Projection p) {
    double unit = quantum.getOrDefault(p.to(), 1.0);
    double weight = Wiring.weights(network, p).at(0);
    double quanta = Math.rint(weight / unit);
    return new Driving(
        p.name(),
        place(p.from()),
        place(p.to()),
        ports(p).at(weight),
        Delays.constant(network, grid, p),
        single ? (int) quanta : 0,
        quanta * unit,
        single);
  }

  private PlasticWiring plastic(Projection p) {
    double unit = quantum.getOrDefault(p.to(), 1.0);
    return PlasticWiring.of(network, grid, p, place(p.from()), place(p.to()), unit, ports(p));
  }

  private Terminals terminals(Projection p) {
    double unit = quantum.getOrDefault(p.to(), 1.0);
    return Terminals.of(network, grid, p, place(p.from()), place(p.to()), unit, ports(p));
  }

  /**
   * A variable of a neuron of a block, in its unit.
   *
   * @param i number of the neuron within its part
   * @param phase steps since neurons last settled
   */
  double value(Block block, int population, String variable, int i, int phase) {
    double kept = block.neurons(population).value(variable, i, phase);
    boolean shifted =
        dynamics.get(population) instanceof Dynamics.Equations(var lowered)
            && lowered.hasState(variable);
    if (!shifted) {
      return kept;
    }
    LoweredEquations lowered = ((Dynamics.Equations) dynamics.get(population)).lowered();
    int neuron = layout.part(population, block.number).start() + i;
    return kept + lowered.shift(lowered.state(variable), neuron);
  }

  /** The place of a population in the network. */
  int place(String population) {
    for (int p = 0; p < populations.size(); p++) {
      if (populations.get(p).name().equals(population)) {
        return p;
      }
    }
    throw new IllegalArgumentException("no population '" + population + "'");
  }

  /** Whether a population is Poisson sources that are drawn where they arrive. */
  boolean isDriving(int place) {
    return driving.stream().anyMatch(d -> d.from() == place);
  }

  /**
   * Whether each neuron of the target has a Poisson source of its own, all alike, that drives
   * nothing else: no modulator either.
   */
  private boolean drives(Projection p) {
    return dynamics.get(place(p.from())) instanceof Dynamics.Poisson poisson
        && !Modulation.listens(network, p.from())
        && java.util.Arrays.stream(poisson.meanPerStep()).distinct().count() == 1
        && network.outOf(p.from()).stream()
            .allMatch(q ->
                q.release().isEmpty()
                    && q.plasticity().isEmpty()
                    && q.connectivity() instanceof Connectivity.OneToOne
                    && Wiring.weights(network, q).same()
                    && Delays.constant(network, grid, q) > 0);
  }

  /** Whether parts padded to whole bins are at most about twice as large. */
  private boolean wide(int[] ports) {
    long cells = 0;
    long padding = 0;
    for (int p = 0; p < ports.length; p++) {
      cells += (long) ports[p] * populations.get(p).size();
      padding += (long) ports[p] * Bins.CELLS * threads;
    }
    return padding <= cells;
  }

  /** Whether few neurons have a drive, which reaches them in every step. */
  private boolean drivesFew() {
    long driven = driving.stream().mapToLong(d -> populations.get(d.to()).size()).sum();
    return driven * FEW < network.neurons();
  }

  /** Arrivals at a vector of neurons in an epoch if all sources fired once a second. */
  private double arrivalsAtVector() {
    long neurons =
        populations.stream()
            .filter(p -> p.model().takesSynapses())
            .mapToLong(Population::size)
            .sum();
    double seconds = epoch * grid.stepMs() / 1000;
    double perNeuron = (double) MemoryPlan.synapses(this) / Math.max(1, neurons);
    return perNeuron * FloatKernels.LANES * seconds;
  }

  /** The ports that the synapses of a projection end at. */
  Ports ports(Projection p) {
    return Ports.of(network, p, dynamics.get(place(p.to())));
  }

  private List<Projection> out(int from) {
    return Objects.requireNonNull(delivering.get(from));
  }

  /**
   * Draws the rows that end in each block, by source population: of all populations, or of those
   * alone that have lesioned projections, without these.
   *
   * @param lesioned names of projections; empty for all rows
   * @return by block
   */
  List<Map<Integer, Rows>> rows(Workers workers, Set<String> lesioned) {
    Map<Integer, List<Rows>> built = new HashMap<>();
    RowBuilder builder = new RowBuilder(this, workers);
    // the largest first: what is needed to build it is needed while little else is held
    List<Integer> sources = new ArrayList<>(delivering.keySet());
    sources.sort(Comparator.comparingLong(from -> -MemoryPlan.synapses(this, out(from))));
    for (int from : sources) {
      List<Projection> all = out(from);
      List<Projection> sound = all.stream().filter(p -> !lesioned.contains(p.name())).toList();
      if (lesioned.isEmpty() || sound.size() < all.size()) {
        built.put(from, builder.build(from, sound));
      }
    }
    List<Map<Integer, Rows>> rows = new ArrayList<>();
    for (int block = 0; block < layout.blocks(); block++) {
      Map<Integer, Rows> own = new LinkedHashMap<>();
      for (int from : delivering.keySet()) {
        if (built.containsKey(from)) {
          own.put(from, Objects.requireNonNull(built.get(from)).get(block));
        }
      }
      rows.add(Collections.unmodifiableMap(own));
    }
    return rows;
  }
}
