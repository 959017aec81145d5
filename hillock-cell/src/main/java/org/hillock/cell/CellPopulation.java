package org.hillock.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hillock.cell.cable.Cable;
import org.hillock.cell.cable.CableState;
import org.hillock.cell.cable.PlainCables;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.cell.membrane.FastestGate;
import org.hillock.cell.membrane.Group;
import org.hillock.core.cell.CellSite;
import org.hillock.core.cell.GapJunction;
import org.hillock.core.cell.SynapseSite;
import org.hillock.spiking.equation.Operation;
import org.hillock.spiking.equation.StepProgram;
import org.hillock.spiking.parted.PartedNeurons;
import org.hillock.spiking.parted.PartedPopulation;
import org.hillock.spiking.terms.Linearity;

/** Cells of one plan. */
final class CellPopulation implements PartedPopulation {

  private final CellPlan plan;

  /** By cell, in pA: flows into the middle of the root. */
  private final double[] bias;

  /** Number of the population in its network. */
  private final int place;

  CellPopulation(CellPlan plan, double[] bias, int place) {
    this.place = place;
    this.plan = plan;
    this.bias = bias;
  }

  @Override
  public List<String> ports() {
    return plan.cell().synapses().stream().map(SynapseSite::name).toList();
  }

  @Override
  public List<String> gaps() {
    return plan.cell().gaps().stream().map(GapJunction::name).toList();
  }

  @Override
  public long bytesPerCell() {
    long numbers = 6L * plan.grid().size() + 5L * plan.grid().size() * plan.pooledIons().size();
    for (List<Group> groups : List.of(plan.channels(), plan.receptors(), plan.pools())) {
      for (Group g : groups) {
        int each = 2 * g.step().program().states() + g.inputs().size();
        each += g.step().width() == 1 ? 0 : 2 * g.step().coefficients().length;
        numbers += (long) g.places() * each;
      }
    }
    return numbers * Double.BYTES;
  }

  @Override
  public List<String> warnings() {
    List<String> all = new ArrayList<>(plan.cell().notes());
    all.addAll(plan.grid().warnings());
    all.addAll(FastestGate.warnings(plan.cell(), plan.stepMs()));
    return all;
  }

  @Override
  public boolean leaks() {
    return plan.pools().isEmpty() && plan.channels().stream().allMatch(CellPopulation::leaks);
  }

  private static boolean leaks(Group channel) {
    StepProgram program = channel.step().program();
    Linearity of =
        new Linearity(
            program.nodes(),
            n ->
                program.nodes().get(n).operation() == Operation.INPUT
                    || program.nodes().get(n).operation() == Operation.STATE);
    return channel.step().states() == 0
        && channel.inputs().stream().allMatch(i -> i.kind() == Group.Input.Kind.POTENTIAL)
        && of.straight(program.next().get(channel.current()))
        && of.fixed(program.next().get(channel.slope()));
  }

  @Override
  public OptionalDouble threshold(String site) {
    CellSite of = CellSite.of(plan.cell(), site);
    boolean there =
        of.mechanism().isEmpty()
            && of.name().equals(CellSite.POTENTIAL)
            && plan.grid().node(site, of.place()) == plan.outputNode();
    return there ? OptionalDouble.of(plan.cell().output().thresholdMv()) : OptionalDouble.empty();
  }

  @Override
  public PartedNeurons open(int first, int count, boolean plain) {
    Cable cable = plain ? new PlainCables(plan, count) : new CableState(plan, count);
    return new CellNeurons(plan, cable, bias, place, first);
  }
}
