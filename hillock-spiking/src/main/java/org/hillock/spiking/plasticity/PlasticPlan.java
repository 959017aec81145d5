package org.hillock.spiking.plasticity;

import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel.Receptor;
import org.hillock.core.network.Plasticity;
import org.hillock.core.network.Population;
import org.hillock.core.network.Projection;
import org.hillock.core.wiring.Wiring;
import org.hillock.spiking.equation.LoweredSynapse;
import org.hillock.spiking.equation.SynapseCompiler;

/**
 * A plastic projection, lowered. Immutable.
 *
 * @param projection its name
 * @param rule what happens to its synapses
 * @param scale the weight that the share 1 stands for, in the coherent unit of weights, with the
 *     sign of the receptor
 * @param least share
 * @param most share
 * @param dendritic whether the delay lies behind the synapse
 * @param sources neurons of the source population
 * @param targets neurons of the target population
 * @param modulators of the network, or the name in the rule where the network has none
 */
public record PlasticPlan(
    String projection,
    LoweredSynapse rule,
    double scale,
    float least,
    float most,
    boolean dendritic,
    int sources,
    int targets,
    java.util.List<String> modulators) {

  /**
   * Lowers a projection.
   *
   * @throws org.hillock.core.problem.UsageException where the rule cannot be lowered
   */
  public static PlasticPlan of(Network network, Projection p, double stepMs) {
    Plasticity plasticity = p.plasticity().orElseThrow();
    var unit = Wiring.weightUnit(network, p);
    double scale = plasticity.most().unit().to(unit, plasticity.scale());
    double least = plasticity.least().in(unit) / scale;
    double most = plasticity.most().in(unit) / scale;
    Population to = network.population(p.to());
    boolean inhibits = network.receptor(p).sign() == Receptor.Sign.INHIBITS;
    LoweredSynapse rule =
        SynapseCompiler.compile(
            "projections." + p.name() + ".plasticity",
            plasticity.rule(),
            plasticity.rule().values(plasticity.parameters()),
            new SynapseCompiler.Bounds((float) least, (float) most),
            stepMs);
    return new PlasticPlan(
        p.name(),
        rule,
        inhibits ? -scale : scale,
        (float) least,
        (float) most,
        plasticity.delay() == Plasticity.DelaySide.DENDRITIC,
        network.population(p.from()).size(),
        to.size(),
        rule.modulators().stream().map(plasticity::modulator).toList());
  }

  /** The weight of a share, in the coherent unit. */
  public double weight(float share) {
    return share * scale;
  }

  /** The share that a weight is, brought between the bounds. */
  public float share(double weight) {
    return Math.clamp((float) (weight / scale), least, most);
  }

  /** The sign that weights have, as they are added to the target's cells. */
  public int sign() {
    return (most > 0 ? 1 : -1) * (scale < 0 ? -1 : 1);
  }

  /** Bytes of a synapse. */
  public int bytesPerSynapse(boolean dense) {
    return Float.BYTES * rule.kept() + (dense ? 0 : 3 * Integer.BYTES);
  }

  /** Bytes of what stands before and behind the synapses of one delay. */
  public long bytesOfTraces() {
    return (long) Float.BYTES * rule.before().size() * sources
        + (long) Float.BYTES * rule.behind().size() * targets;
  }
}
