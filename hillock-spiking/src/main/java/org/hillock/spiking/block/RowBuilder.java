package org.hillock.spiking.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hillock.core.network.Projection;
import org.hillock.core.problem.FailureException;
import org.hillock.core.wiring.Edges;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.core.wiring.Wiring;

/**
 * Builds the rows from one population into all blocks, with all workers at each step.
 *
 * <ol>
 *   <li>Slices of the synapses are drawn, whole: ends, weight, delay; and thrown into {@link
 *       Buckets}, each of which holds some neighbouring sources' into one block.
 *   <li>Each bucket is sorted in the cache, and its rows are measured.
 *   <li>Each bucket is written where its rows belong.
 * </ol>
 *
 * Slices come in order and sorting keeps it: the rows are the same for any number of workers.
 */
final class RowBuilder {

  private static final int MOST_SYNAPSES = Integer.MAX_VALUE - 8;

  /** Synapses of a bucket, about: with room to sort it, it stays in a second-level cache. */
  private static final long BUCKET = 1 << 15;

  /** Fewer synapses are not worth a slice. */
  private static final long LEAST_SLICE = 1 << 15;

  /** Slices for each worker, so that all have done at about the same time. */
  private static final int SLICES = 4;

  private final BlockProgram program;
  private final Workers workers;
  private final int blocks;

  /** Kept from one population to the next, by slice. */
  private final List<Buckets> stores = new ArrayList<>();

  RowBuilder(BlockProgram program, Workers workers) {
    this.program = program;
    this.workers = workers;
    blocks = program.layout.blocks();
  }

  /**
   * Builds rows.
   *
   * @param from place of the source population
   * @param projections from it
   * @return by block
   */
  List<Rows> build(int from, List<Projection> projections) {
    int sources = program.populations.get(from).size();
    WeightPlan plan = Objects.requireNonNull(program.plans.get(from));
    long[] synapses =
        projections.stream().mapToLong(p -> SynapseCount.synapses(program.network, p)).toArray();
    long all = LongStream.of(synapses).sum();
    int rowBits = rowBits(sources, all);
    int bucketsOfBlock = Math.max(1, (sources + (1 << rowBits) - 1) >>> rowBits);
    EdgePlacer.Scheme scheme = new EdgePlacer.Scheme(plan, rowBits, bucketsOfBlock);
    AtomicInteger longestDelay = new AtomicInteger();
    List<Buckets> slices = draw(projections, synapses, scheme, longestDelay);
    int longest = longestDelay.get();
    List<RowsWriter> writers = writers(slices, scheme, sources, longest);
    sort(slices, scheme, writers);
    workers.each(blocks, b -> writers.get(b).makeRoom());
    write(slices, scheme, writers);
    return writers.stream().map(w -> w.rows(longest)).toList();
  }

  /** So many sources share a bucket, as a power of two. */
  private int rowBits(int sources, long synapses) {
    double perRow = (double) synapses / Math.max(1, sources) / blocks;
    int bits = 0;
    while (bits < SynapseWord.ROW_BITS && 1 << bits < sources && perRow * (2 << bits) <= BUCKET) {
      bits++;
    }
    return bits;
  }

  /** Draws all synapses into buckets, by slice. */
  private List<Buckets> draw(
      List<Projection> projections,
      long[] synapses,
      EdgePlacer.Scheme scheme,
      AtomicInteger longestDelay) {
    int count = projections.size();
    Edges[] edges = new Edges[count];
    Targets[] targets = new Targets[count];
    workers.each(
        count,
        p -> {
          edges[p] = Wiring.edges(program.network, projections.get(p));
          targets[p] = targets(projections.get(p));
        });
    int buckets = scheme.bucketsOfBlock() * blocks;
    int wanted = slices(LongStream.of(synapses).sum(), buckets);
    while (stores.size() < wanted) {
      stores.add(new Buckets());
    }
    DrawPlan plan = DrawPlan.of(Arrays.asList(edges), synapses, wanted);
    workers.each(
        wanted,
        slice -> {
          Buckets store = stores.get(slice);
          store.reset(buckets, scheme.wide());
          for (DrawPlan.Share share : plan.shares().get(slice)) {
            int p = share.projection();
            EdgePlacer placer = placer(projections.get(p), targets[p], scheme, store);
            edges[p].draw(share.from(), share.to(), placer);
            longestDelay.accumulateAndGet(placer.longestDelay(), Math::max);
          }
        });
    return stores.subList(0, wanted);
  }

  /** How many slices, so that their last chunks stay a small part of all. */
  private int slices(long synapses, int buckets) {
    long most = Math.max(workers.threads(), synapses / Buckets.CHUNK / buckets);
    long worth = Math.min((long) SLICES * workers.threads(), synapses / LEAST_SLICE);
    return (int) Math.max(1, Math.min(most, worth));
  }

  private EdgePlacer placer(
      Projection p, Targets targets, EdgePlacer.Scheme scheme, Buckets store) {
    double quantum = program.quantum.getOrDefault(p.to(), 1.0);
    return new EdgePlacer(program.network, program.grid, p, targets, quantum, scheme, store);
  }

  private Targets targets(Projection p) {
    int to = program.place(p.to());
    List<BlockLayout.Part> parts =
        IntStream.range(0, blocks).mapToObj(b -> program.layout.part(to, b)).toList();
    return Targets.of(parts, program.populations.get(to).size(), program.ports(p));
  }

  private List<RowsWriter> writers(
      List<Buckets> slices, EdgePlacer.Scheme scheme, int sources, int longest) {
    List<RowsWriter> writers = new ArrayList<>();
    for (int b = 0; b < blocks; b++) {
      long synapses = 0;
      for (int bucket = 0; bucket < scheme.bucketsOfBlock(); bucket++) {
        for (Buckets slice : slices) {
          synapses += slice.count(b * scheme.bucketsOfBlock() + bucket);
        }
      }
      if (synapses > MOST_SYNAPSES) {
        throw new FailureException(
            synapses
                + " synapses from one population are more than one block holds; run on more"
                + " threads");
      }
      writers.add(
          scheme.plan().packed(synapses, sources, longest)
              ? new PackedWriter(scheme.plan(), sources, (int) synapses, longest)
              : new GroupedWriter(scheme.plan(), program.single, sources, (int) synapses));
    }
    return writers;
  }

  /** Sorts the buckets and measures their rows. */
  private void sort(List<Buckets> slices, EdgePlacer.Scheme scheme, List<RowsWriter> writers) {
    workers.each(
        blocks * scheme.bucketsOfBlock(),
        () -> {
          RowSorter sorter = new RowSorter(scheme.wide());
          return bucket -> {
            sorter.read(slices, bucket);
            sorter.sort();
            sorter.write(slices, bucket);
            RowsWriter writer = writers.get(bucket / scheme.bucketsOfBlock());
            writer.measure(firstSource(scheme, bucket), sorter.words(), sorter.count());
          };
        });
  }

  private void write(List<Buckets> slices, EdgePlacer.Scheme scheme, List<RowsWriter> writers) {
    workers.each(
        blocks * scheme.bucketsOfBlock(),
        () -> {
          RowSorter sorter = new RowSorter(scheme.wide());
          return bucket -> {
            sorter.read(slices, bucket);
            RowsWriter writer = writers.get(bucket / scheme.bucketsOfBlock());
            int first = firstSource(scheme, bucket);
            writer.write(first, sorter.words(), sorter.weights(), sorter.count());
          };
        });
  }

  private static int firstSource(EdgePlacer.Scheme scheme, int bucket) {
    return bucket % scheme.bucketsOfBlock() << scheme.rowBits();
  }
}
