package org.hillock.cell.membrane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.cell.Cell;
import org.hillock.core.cell.CellIon;
import org.hillock.core.cell.Place;
import org.hillock.core.quantity.Quantity;
import org.hillock.spiking.bytecode.StepInterpreter;
import org.hillock.spiking.equation.LoweredMechanism;

/**
 * How soon a channel's fastest state follows the potential: one over the slope of its rate of
 * change against itself, at the potentials that a cell goes through, with ions as they are at the
 * start.
 *
 * @param mechanism the channel
 * @param state its fastest state
 * @param place where that is
 * @param tauMs its time constant
 * @param atMv the potential at which it has that
 */
public record FastestGate(String mechanism, String state, Place place, double tauMs, double atMv) {

  /** A step so small that exp(-step/tau) tells tau, and not too small to be told from 1. */
  private static final double TINY_MS = 1e-4;

  /** From well below rest to the peak of a spike, in mV. */
  private static final int LOWEST_MV = -90;

  private static final int HIGHEST_MV = 40;
  private static final int EVERY_MV = 5;

  /** Places that are looked at where their parameters differ. */
  private static final int MOST_PLACES = 32;

  private static final double MOVED = 1e-3;

  /** Of each group of channels that has states, the fastest. */
  public static List<FastestGate> of(Cell cell) {
    CellPlan plan = CellPlan.of(cell, TINY_MS);
    List<FastestGate> all = new ArrayList<>();
    plan.channels().forEach(group -> of(plan, group).ifPresent(all::add));
    return all;
  }

  /**
   * What to tell where a step is longer than half a time constant: then a state goes most of its
   * way within a step in which the potential is taken to stand still.
   */
  public static List<String> warnings(Cell cell, double stepMs) {
    return of(cell).stream()
        .filter(gate -> stepMs > gate.tauMs)
        .map(gate ->
            "'%s' in %s: %s has a time constant of %s ms at %s mV, which a step of %s ms does not resolve; take %s ms or less"
                .formatted(
                    gate.mechanism,
                    gate.place,
                    gate.state,
                    told(gate.tauMs),
                    Quantity.text(gate.atMv),
                    Quantity.text(stepMs),
                    told(gate.tauMs)))
        .toList();
  }

  private static String told(double ms) {
    double scale = Math.pow(10, 1 - Math.floor(Math.log10(ms)));
    // rounded down: what is advised must do
    return Quantity.text(Math.floor(ms * scale) / scale);
  }

  private static Optional<FastestGate> of(CellPlan plan, Group group) {
    if (group.step().states() == 0) {
      return Optional.empty();
    }
    int places = group.step().width() == 1 ? 1 : group.places();
    int stride = Math.max(1, (places + MOST_PLACES - 1) / MOST_PLACES);
    Optional<FastestGate> fastest = Optional.empty();
    for (int place = 0; place < places; place += stride) {
      for (int mv = LOWEST_MV; mv <= HIGHEST_MV; mv += EVERY_MV) {
        double[] rates = rates(plan.cell(), group, place, mv);
        for (int k = 0; k < rates.length; k++) {
          double soFar = fastest.map(FastestGate::tauMs).orElse(Double.POSITIVE_INFINITY);
          if (rates[k] > 0 && 1 / rates[k] < soFar) {
            fastest = Optional.of(gate(plan, group, place, k, 1 / rates[k], mv));
          }
        }
      }
    }
    return fastest;
  }

  private static FastestGate gate(
      CellPlan plan, Group group, int place, int state, double tauMs, double mv) {
    int node = group.nodes()[place];
    String section = plan.cell().morphology().section(plan.grid().section(node)).name();
    double position = Math.rint(plan.grid().position(node) * 1e4) / 1e4;
    return new FastestGate(
        group.text().name(),
        group.text().equations().states().get(state).name(),
        new Place(section, position),
        tauMs,
        mv);
  }

  /** By state, how fast it goes where it is drawn to, in 1/ms; not above 0 where it does not. */
  private static double[] rates(Cell cell, Group group, int place, double mv) {
    double[] input = new double[group.inputs().size()];
    for (int k = 0; k < input.length; k++) {
      Group.Input in = group.inputs().get(k);
      input[k] =
          switch (in.kind()) {
            case POTENTIAL -> mv;
            case INSIDE, INSIDE_MIDWAY -> inside(cell, in.ion());
            case ION_CURRENT -> 0;
          };
    }
    int states = group.step().states();
    double[] x = new double[states];
    System.arraycopy(stepped(group.start(), place, new double[0], input), 0, x, 0, states);
    double[] from = stepped(group.step(), place, x, input);
    double[] rates = new double[states];
    for (int k = 0; k < states; k++) {
      double[] moved = x.clone();
      double h = MOVED * Math.max(MOVED, Math.abs(x[k]));
      moved[k] += h;
      double left = (stepped(group.step(), place, moved, input)[k] - from[k]) / h;
      rates[k] = left > 0 && left < 1 ? -Math.log(left) / TINY_MS : 0;
    }
    return rates;
  }

  private static double inside(Cell cell, String ion) {
    return cell.ion(ion).map(CellIon::concentration).orElseThrow().insideMm();
  }

  private static double[] stepped(
      LoweredMechanism lowered, int place, double[] state, double[] input) {
    StepInterpreter.Meeting m = new StepInterpreter.Meeting(lowered.program());
    for (int k = 0; k < m.coefficient.length; k++) {
      double[] each = lowered.coefficients()[k];
      m.coefficient[k] = each[Math.min(place, each.length - 1)];
    }
    System.arraycopy(state, 0, m.state, 0, Math.min(state.length, m.state.length));
    System.arraycopy(input, 0, m.input, 0, Math.min(input.length, m.input.length));
    new StepInterpreter(lowered.program(), false).step(m);
    return m.after;
  }
}
