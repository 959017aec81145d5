package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Distribution;
import org.hillock.core.network.Network;
import org.hillock.core.network.NetworkBuilder.ProjectionParts;
import org.hillock.core.network.Values;
import org.hillock.core.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The same synapses at several receptors. */
@ParameterizedClass
@EnumSource(How.class)
class PathwayTest {

  @Parameter How how = How.PLAIN;

  /** Spikes and potentials of cells that take random synapses, to the bit. */
  private List<String> heard(UnaryOperator<ProjectionParts> weights) {
    Values delays = Values.drawn(new Distribution.Uniform(0.5, 3, Unit.MS));
    Network network =
        Network.builder("n")
            .seed(5)
            .population("in", 30, "poisson", p -> p.param("rate", "100 Hz"))
            .population("cell", 20, "lif-exp")
            .projection(
                "p",
                "in",
                "cell",
                new Connectivity.PairwiseProbability(0.3, true),
                c -> weights.apply(c.delay(delays)))
            .build();
    Bench bench = how.bench(network, 0.1);
    var spikes = bench.record("cell.spikes");
    var potential = bench.record("cell.v");
    bench.steps(500);
    assertThat(spikes.size()).isPositive();
    List<String> all = Bench.rows(potential);
    all.addAll(Bench.rows(spikes));
    return all;
  }

  /** Both receptors add to one current; 1024 + 512 pA is exact, so that every bit must agree. */
  @Test
  void eachReceptorHearsEverySpikeOfEverySynapse() {
    List<String> parts =
        heard(c -> c.weightAt("excitatory", "1024 pA").weightAt("signed", "512 pA"));
    assertThat(parts).isEqualTo(heard(c -> c.weight("1536 pA").receptor("excitatory")));
  }

  @Test
  void excitationAndInhibitionByTheSameSynapsesComeTogether() {
    List<String> both =
        heard(c -> c.weightAt("excitatory", "2 nA").weightAt("inhibitory", "0.25 nA"));
    assertThat(both).isNotEqualTo(heard(c -> c.weight("2 nA").receptor("excitatory")));
  }
}
