package org.hillock.spiking.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hillock.spiking.kernel.Acts;
import org.hillock.spiking.kernel.FiredSpikes;
import org.hillock.spiking.lowered.GainRule;
import org.hillock.spiking.parted.PartedNeurons;
import org.hillock.spiking.parted.PartedPopulation;
import org.jspecify.annotations.Nullable;

/**
 * A cell with parts: each walk runs the one cell again, all its compartments and mechanisms, so it
 * costs as much as the cell cost in the network, and what terms contribute is only told of cells
 * whose membrane just leaks.
 *
 * @param population it belongs to
 * @param cell as it stood at the beginning, alone; never stepped itself
 * @param bias of the cell, in pA
 * @param leaks whether its membrane just leaks: no gates, and no synapses that open any
 */
public record PartedMembrane(
    PartedPopulation population, PartedNeurons cell, GainRule gains, double bias, boolean leaks)
    implements Membrane {

  @Override
  public int slots() {
    return population.ports().size() + population.gaps().size();
  }

  @Override
  public boolean fires() {
    return true;
  }

  @Override
  public boolean draws() {
    return false;
  }

  @Override
  public double startingFrom(Explained what) {
    return cell.value(what.name(), 0);
  }

  @Override
  public boolean remembers() {
    return true;
  }

  @Override
  public Walk walk(Explained what, Share own) {
    return new CellWalk(what, own);
  }

  @Override
  public Optional<Slopes> slopes(Explained what, Window window) {
    return leaks ? LeakSlopes.of(this, what, window) : Optional.empty();
  }

  /** A cell on its way. */
  private final class CellWalk implements Walk {
    private final Explained what;
    private final Share own;
    private final PartedNeurons alone;
    private final FiredSpikes spikes = new FiredSpikes();
    private @Nullable Surroundings before;
    private @Nullable Acts acts;
    private boolean fired;

    CellWalk(Explained what, Share own) {
      this.what = what;
      this.own = own;
      alone = cell.alone(0, own.history());
    }

    @Override
    public double state(String name) {
      return alone.value(name, 0);
    }

    @Override
    public boolean step(long n, double[] sums, Surroundings around, Firing firing) {
      if (before == null || !around.alike(before)) {
        acts = acts(around);
        before = around;
      }
      int ports = population.ports().size();
      for (int port = 0; port < ports; port++) {
        if (sums[port] != 0 && !around.silent()) {
          double gain =
              gains.gain(around.levels())
                  * gains.gain(around.levels(), population.ports().get(port));
          alone.arrive(port, 0, gain * sums[port]);
        }
      }
      for (int gap = 0; gap < population.gaps().size(); gap++) {
        double gain = gains.gain(around.levels(), population.gaps().get(gap));
        alone.flow(gap, 0, around.silent() ? 0 : gain * sums[ports + gap]);
      }
      spikes.clear();
      alone.step(0, spikes, acts);
      fired = spikes.size() > 0;
      return fired;
    }

    private @Nullable Acts acts(Surroundings around) {
      double push = around.stimulus();
      if (own.bias() != 1) {
        push += (own.bias() - 1) * bias;
      }
      if (!around.acted() && push == 0) {
        return null;
      }
      List<Acts.AtPlace> places = new ArrayList<>();
      for (Surroundings.AtPlace at : around.places()) {
        places.add(
            new Acts.AtPlace(
                at.site(),
                new boolean[] {!Double.isNaN(at.heldAt()) && own.held() != 0},
                new double[] {at.heldAt()},
                new double[] {at.stimulus()}));
      }
      double[] none = new double[0];
      return new Acts(
          0,
          1,
          new boolean[] {around.silent()},
          new boolean[] {around.held() && own.held() != 0},
          new double[] {around.heldAt()},
          new double[] {push},
          none,
          none,
          places);
    }

    @Override
    public double value() {
      return alone.value(what.name(), 0);
    }

    @Override
    public double output() {
      return fired ? 1 : 0;
    }

    @Override
    public OptionalDouble threshold() {
      return population.threshold(what.name());
    }
  }
}
