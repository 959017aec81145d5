package org.hillock.spiking.block;

import java.util.List;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.hillock.core.random.Draws;
import org.hillock.core.random.Purpose;
import org.hillock.core.session.MemoryEstimate;
import org.hillock.core.wiring.SynapseCount;
import org.hillock.spiking.lowered.Dynamics;

/** What a program will take, before a synapse is drawn. */
final class MemoryPlan {

  /** Delays drawn to see how many different ones a row has. */
  private static final int TRIED = 4096;

  /** First group of a source; first synapse and delay of a group, or its head in a stream. */
  private static final int BYTES_OF_SOURCE = 4;

  private static final int BYTES_OF_GROUP = 8;
  private static final int BYTES_OF_TARGET = 2;

  /** Chunks of buckets that are not full, beside the synapses of one population, all at once. */
  private static final double WITH_OPEN_CHUNKS = 1.05;

  /** The longest delay of many drawn ones is about that much longer than of {@link #TRIED}. */
  private static final double LONGER = 1.3;

  private MemoryPlan() {}

  /** Synapses that are delivered. */
  static long synapses(BlockProgram program) {
    long synapses = 0;
    for (List<Projection> out : program.delivering.values()) {
      synapses += synapses(program, out);
    }
    return synapses;
  }

  /** Synapses of some projections. */
  static long synapses(BlockProgram program, List<Projection> projections) {
    return projections.stream().mapToLong(p -> SynapseCount.synapses(program.network, p)).sum();
  }

  /** What a session holds. */
  static MemoryEstimate held(BlockProgram program) {
    double bytes = 0;
    int blocks = program.layout.blocks();
    for (var entry : program.delivering.entrySet()) {
      List<Projection> out = entry.getValue();
      WeightPlan plan = java.util.Objects.requireNonNull(program.plans.get(entry.getKey()));
      long synapses = synapses(program, out);
      int sources = program.populations.get(entry.getKey()).size();
      double perRow = (double) synapses / sources / blocks;
      bytes += (double) synapses * (BYTES_OF_TARGET + plan.bytes());
      bytes += (double) sources * blocks * BYTES_OF_SOURCE;
      bytes += bytesOfGroups(program, out, plan, perRow) * sources * blocks;
    }
    bytes += program.couplings.stream().mapToLong(Coupling::bytes).sum();
    bytes += program.terminals.stream().mapToLong(Terminals::bytes).sum();
    bytes += program.plastic.stream().mapToLong(p -> p.bytes(program.network, blocks)).sum();
    int number = program.single ? Float.BYTES : Double.BYTES;
    for (int width : program.layout.width()) {
      bytes += (double) (program.sparse ? Bins.CELLS : width) * program.epoch * number;
    }
    for (int p = 0; p < program.populations.size(); p++) {
      Population population = program.populations.get(p);
      bytes += (double) population.size() * bytesOfNeuron(program.dynamics.get(p), number);
    }
    long neurons = program.network.neurons();
    long all =
        program.network.projections().values().stream()
            .mapToLong(p -> SynapseCount.synapses(program.network, p))
            .sum();
    return new MemoryEstimate(neurons, all, Math.round(bytes));
  }

  /** The most that is held at one time while rows are built. */
  static MemoryEstimate whileBuilding(BlockProgram program) {
    MemoryEstimate held = held(program);
    double most = 0;
    for (var entry : program.delivering.entrySet()) {
      WeightPlan plan = java.util.Objects.requireNonNull(program.plans.get(entry.getKey()));
      double bytes = 0;
      for (Projection p : entry.getValue()) {
        int each = new EdgePlacer.Scheme(plan, 0, 1).bytesOfSynapse() + bytesOfEnds(p);
        bytes += (double) SynapseCount.synapses(program.network, p) * each;
      }
      most = Math.max(most, bytes * WITH_OPEN_CHUNKS);
    }
    for (PlasticWiring p : program.plastic) {
      most = Math.max(most, p.bytesWhileBuilding(program.network));
    }
    return new MemoryEstimate(held.neurons(), held.synapses(), held.bytes() + Math.round(most));
  }

  /** Of a synapse whose ends are kept, because they depend on those of others. */
  private static int bytesOfEnds(Projection p) {
    return switch (p.connectivity()) {
      case Connectivity.DegreeDistribution _ -> 2 * Integer.BYTES;
      case Connectivity.FixedTotalNumber rule when !rule.multapses() -> 2 * Integer.BYTES;
      default -> 0;
    };
  }

  /** What tells the delays of a row of so many synapses. */
  private static double bytesOfGroups(
      BlockProgram program, List<Projection> out, WeightPlan plan, double perRow) {
    int longest = longestDelay(program, out);
    if (plan.packed(perRow, 1, longest)) {
      return plan.delayBits() == 0 ? 0 : (longest + 1.0) * Character.BYTES;
    }
    double weights = plan.kind() == WeightPlan.Kind.SHORTS ? Short.BYTES * perRow : 0;
    return groupsOfRow(program, out, perRow) * BYTES_OF_GROUP + weights;
  }

  /** The longest delay of any synapse in steps, or about that where delays are drawn. */
  private static int longestDelay(BlockProgram program, List<Projection> out) {
    double longest = 1;
    for (Projection p : out) {
      longest = Math.max(longest, Delays.constant(program.network, program.grid, p));
      if (p.delays().isPresent() && p.delays().get() instanceof Values.Drawn drawn) {
        for (int k = 0; k < TRIED; k++) {
          longest = Math.max(longest, LONGER * drawnSteps(program, drawn, k));
        }
      }
    }
    return (int) Math.round(longest);
  }

  private static double drawnSteps(BlockProgram program, Values.Drawn drawn, int number) {
    Draws draws = new Draws(0, Purpose.EXPERIMENT, 0, number);
    return drawn.unit().to(Unit.MS, drawn.distribution().draw(draws)) / program.grid.stepMs();
  }

  /** Different delays in a row of so many synapses. */
  private static double groupsOfRow(BlockProgram program, List<Projection> out, double perRow) {
    Projection first = out.getFirst();
    if (!(first.delays().isPresent() && first.delays().get() instanceof Values.Drawn drawn)) {
      long different =
          out.stream()
              .map(p -> Delays.constant(program.network, program.grid, p))
              .distinct()
              .count();
      return Math.min(perRow, different);
    }
    java.util.Map<Long, Integer> seen = new java.util.HashMap<>();
    for (int k = 0; k < TRIED; k++) {
      seen.merge(Math.max(1, Math.round(drawnSteps(program, drawn, k))), 1, Integer::sum);
    }
    double groups = 0;
    for (int count : seen.values()) {
      groups += 1 - Math.pow(1 - (double) count / TRIED, perRow);
    }
    return groups;
  }

  /** State and effects of interventions; lowered parameters, in double precision. */
  private static int bytesOfNeuron(Dynamics dynamics, int number) {
    int effects = 3 + 2 * Double.BYTES;
    return effects
        + switch (dynamics) {
          case Dynamics.Equations(var lowered) -> {
            int states = lowered.program().states();
            int each = lowered.width() == 1 ? 0 : lowered.coefficients().length + states;
            yield states * (number + Double.BYTES) + 2 * Integer.BYTES + each * (number + 16);
          }
          case Dynamics.Parted(var cells) ->
              (int) Math.min(Integer.MAX_VALUE, cells.bytesPerCell());
          default -> Double.BYTES;
        };
  }
}
