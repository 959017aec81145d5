package org.hillock.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hillock.core.network.Connectivity;
import org.hillock.core.network.Network;
import org.hillock.core.network.NeuronModel;
import org.hillock.core.network.NeuronTexts;
import org.hillock.core.network.Values;
import org.hillock.core.session.Engines;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.SiteRef;
import org.junit.jupiter.api.Test;

/** Cells without spikes, joined electrically. */
class GradedCouplingTest {

  private static final NeuronModel GRADED =
      NeuronTexts.read(
          "test",
          """
          neuron graded
          parameter c_m = 1 pF > 0
          parameter g_l = 1 nS > 0
          bias in pA
          state v = 0 mV
          input drive in nS
          dv/dt = (-g_l*v + drive*(1 mV) + i_gap + bias)/c_m
          method rk4
          receptor signed = drive
          coupling gap in nS: i_gap = w*(v_pre - v)
          output v
          """);

  /**
   * Bias I into the first of two cells that are joined by g: its potential comes to I·(g_l + g)/
   * (g_l·(g_l + 2g)), the other's to I·g/(g_l·(g_l + 2g)). 3 pA, 1 nS and 1 nS give 2 mV and 1 mV.
   */
  @Test
  void aGapJunctionSharesWhatFlowsIn() {
    Network network =
        Network.builder("pair")
            .population(
                "cells",
                2,
                GRADED,
                p -> p.bias(Values.listed(org.hillock.core.network.Numbers.of(3, 0), "pA")))
            .projection(
                "cells",
                "cells",
                Connectivity.EdgeList.of(new int[] {0, 1}, new int[] {1, 0}),
                p -> p.weight("1 nS").receptor("gap"))
            .build();
    try (Session session = Engines.open(network, SessionOptions.seeded(1))) {
      // 30 of the longest time constants
      for (int n = 0; n < 600; n++) {
        session.advance();
      }
      double[] v = session.read(session.bind(SiteRef.of("cells", "v")))[0];
      assertThat(v[0]).isCloseTo(2, within(1e-9));
      assertThat(v[1]).isCloseTo(1, within(1e-9));
    }
  }
}
