package org.hillock.cell;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.cell.cable.Cable;
import org.hillock.cell.cable.CellDraws;
import org.hillock.cell.membrane.CellPlan;
import org.hillock.cell.membrane.Group;
import org.hillock.core.cell.CellSite;
import org.hillock.core.cell.GapJunction;
import org.hillock.core.cell.Place;
import org.hillock.core.equation.NeuronText;
import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.parted.PartedNeurons;
import org.jspecify.annotations.Nullable;

/** Cells with parts as a network sees them. */
final class CellNeurons implements PartedNeurons {

  /** A place of a receptor. */
  private record Landing(int receptor, int place) {}

  private final CellPlan plan;
  private final Cable cable;
  private final double[] bias;
  private final int population;
  private final int first;

  /** Number of the first within its population, where it draws, also when it was cut out. */
  private final int drawnFrom;

  private final int cells;

  /** By port, where its spikes land. */
  private final Landing[][] landings;

  /** By port, -1 where weights come with the sign of inhibition. */
  private final double[] sign;

  /** By place of electrical synapses, its node. */
  private final int[] gapNode;

  /**
   * By place of electrical synapses and cell: what flows in now, and what did a step ago, in pA.
   */
  private final double[][] flow;

  private final double[][] flowBefore;
  private boolean atStart = true;
  private final double[] push;
  private final double[] held;

  /** What is pushed and flows in. */
  private final double[] pushAll;

  private @Nullable Acts pushedBy;
  private boolean holds;
  private final Map<String, SiteReader> readers = new HashMap<>();

  /** Reads a site of a cell. */
  private interface SiteReader {
    double of(int cell);
  }

  CellNeurons(CellPlan plan, Cable cable, double[] bias, int population, int first) {
    this(plan, cable, bias, population, first, first);
  }

  private CellNeurons(
      CellPlan plan, Cable cable, double[] bias, int population, int first, int drawnFrom) {
    this.population = population;
    this.drawnFrom = drawnFrom;
    this.plan = plan;
    this.cable = cable;
    this.bias = bias;
    this.first = first;
    cells = cable.cells();
    int ports = plan.cell().synapses().size();
    landings = new Landing[ports][];
    sign = new double[ports];
    for (int port = 0; port < ports; port++) {
      landings[port] = landings(port);
      NeuronText.Sign of =
          plan.cell().synapses().get(port).mechanism().receptors().getFirst().sign();
      sign[port] = of == NeuronText.Sign.INHIBITS ? -1 : 1;
    }
    List<GapJunction> gaps = plan.cell().gaps();
    gapNode = new int[gaps.size()];
    for (int k = 0; k < gapNode.length; k++) {
      gapNode[k] = plan.membraneNode(gaps.get(k).path() + ".at", gaps.get(k).place());
    }
    flow = new double[gapNode.length][cells];
    flowBefore = new double[gapNode.length][cells];
    push = new double[plan.grid().size() * cells];
    pushAll = new double[gapNode.length == 0 ? 0 : push.length];
    held = new double[push.length];
    act(null);
  }

  private Landing[] landings(int port) {
    java.util.List<Landing> all = new java.util.ArrayList<>();
    for (int r = 0; r < plan.receptors().size(); r++) {
      int[] sites = plan.receptors().get(r).site();
      for (int place = 0; place < sites.length; place++) {
        if (sites[place] == port) {
          all.add(new Landing(r, place));
        }
      }
    }
    return all.toArray(Landing[]::new);
  }

  @Override
  public void restart(long trialSeed) {
    cable.restart(new CellDraws(trialSeed, population, drawnFrom));
    atStart = true;
    for (double[] each : flow) {
      Arrays.fill(each, 0);
    }
  }

  @Override
  public PartedNeurons alone(int cell, double share) {
    double[] its = {bias[first + cell]};
    CellNeurons one =
        new CellNeurons(plan, cable.alone(cell, share), its, population, 0, drawnFrom + cell);
    one.atStart = atStart || share == 0;
    for (int k = 0; k < gapNode.length; k++) {
      one.flowBefore[k][0] = share * flowBefore[k][cell];
    }
    return one;
  }

  @Override
  public void flow(int gap, int cell, double pa) {
    flow[gap][cell] = pa;
  }

  @Override
  public void arrive(int port, int cell, double weight) {
    for (Landing landing : landings[port]) {
      cable.arrive(landing.receptor, landing.place, cell, sign[port] * weight);
    }
  }

  @Override
  public void step(int atStep, FiredSpikes fired, @Nullable Acts acts) {
    if (acts != pushedBy) {
      act(acts);
    }
    cable.step(gapNode.length == 0 ? push : withFlow(), holds ? held : null);
    for (int c = 0; c < cells; c++) {
      if (cable.fired(c)) {
        fired.add(c, atStep);
      }
    }
  }

  /**
   * What is pushed, and what flows through electrical synapses in the middle of the step: carried
   * on along the line of the last two steps, so that the step stays of second order.
   */
  private double[] withFlow() {
    System.arraycopy(push, 0, pushAll, 0, push.length);
    for (int k = 0; k < gapNode.length; k++) {
      for (int c = 0; c < cells; c++) {
        double before = atStart ? flow[k][c] : flowBefore[k][c];
        pushAll[gapNode[k] * cells + c] += 1.5 * flow[k][c] - 0.5 * before;
      }
      System.arraycopy(flow[k], 0, flowBefore[k], 0, cells);
      Arrays.fill(flow[k], 0);
    }
    atStart = false;
    return pushAll;
  }

  /** Notes what flows in from outside and what is held. */
  private void act(@Nullable Acts acts) {
    pushedBy = acts;
    Arrays.fill(push, 0);
    Arrays.fill(held, Double.NaN);
    holds = false;
    for (int c = 0; c < cells; c++) {
      push[plan.bodyNode() * cells + c] += bias[first + c];
    }
    if (acts == null) {
      return;
    }
    act(plan.bodyNode(), acts.held(), acts.heldAt(), acts.stimulus());
    for (Acts.AtPlace at : acts.places()) {
      Place place = CellSite.of(plan.cell(), at.site()).place();
      act(plan.membraneNode(at.site(), place), at.held(), at.heldAt(), at.stimulus());
    }
  }

  private void act(int node, boolean[] isHeld, double[] heldAt, double[] stimulus) {
    for (int c = 0; c < cells; c++) {
      push[node * cells + c] += stimulus[first + c];
      if (isHeld[first + c]) {
        held[node * cells + c] = heldAt[first + c];
        holds = true;
      }
    }
  }

  @Override
  public double value(String site, int cell) {
    return readers.computeIfAbsent(site, this::reader).of(cell);
  }

  private SiteReader reader(String text) {
    CellSite site = CellSite.of(plan.cell(), text);
    if (site.mechanism().isEmpty() && site.name().equals(CellSite.POTENTIAL)) {
      int node = plan.grid().node(text, site.place());
      return cell -> cable.potentialMv(node, cell);
    }
    int node = plan.membraneNode(text, site.place());
    if (site.mechanism().isEmpty()) {
      int ion = plan.pooledIons().indexOf(site.name().replace("_in", ""));
      return cell -> cable.insideMm(ion, node, cell);
    }
    String mechanism = site.mechanism().get();
    Map<Cable.MechanismKind, List<Group>> all =
        Map.of(
            Cable.MechanismKind.CHANNELS,
            plan.channels(),
            Cable.MechanismKind.RECEPTORS,
            plan.receptors(),
            Cable.MechanismKind.POOLS,
            plan.pools());
    for (Map.Entry<Cable.MechanismKind, List<Group>> kind : all.entrySet()) {
      for (int g = 0; g < kind.getValue().size(); g++) {
        Group group = kind.getValue().get(g);
        int place = group.placeAt(node);
        if (place >= 0 && group.text().name().equals(mechanism)) {
          int number =
              site.name().equals(CellSite.CURRENT) ? group.current() : group.state(site.name());
          int index = g;
          return cell -> cable.kept(kind.getKey(), index, number, place, cell);
        }
      }
    }
    throw new IllegalArgumentException("no '" + text + "'");
  }
}
