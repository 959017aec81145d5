package org.hillock.spiking;

import java.util.Map;
import org.hillock.core.equation.SynapseText;
import org.hillock.core.network.Plasticity;
import org.hillock.core.network.Plasticity.DelaySide;
import org.hillock.core.quantity.Quantity;

/** Rules of plasticity, each with something that the others lack. */
final class Rules {

  static final String PAIR =
      """
      synapse pair
      parameter tau_plus = 17 ms > 0
      parameter tau_minus = 34 ms > 0
      parameter a_plus = 0.02
      parameter a_minus = 0.013
      pre x = 0
      dx/dt = -x/tau_plus
      post y = 0
      dy/dt = -y/tau_minus
      on pre: x += 1; w -= a_minus*y
      on post: y += 1; w += a_plus*x
      """;

  /** The values that a spike found are read before it changes them. */
  static final String TRIPLET =
      """
      synapse triplet
      parameter tau_x = 15 ms > 0
      parameter tau_slow = 90 ms > 0
      pre r1 = 0
      dr1/dt = -r1/tau_x
      pre r2 = 0
      dr2/dt = -r2/tau_slow
      post o1 = 0
      do1/dt = -o1/tau_x
      post o2 = 0
      do2/dt = -o2/tau_slow
      both = 0.01 + 0.003*r2
      on pre: w -= o1*both; r1 = 1; r2 += 1
      on post: w += r1*(0.012 + 0.02*o2); o1 = 1; o2 += 1
      """;

  /** A spike brings less the sooner it comes after another; what it restores settles at 1. */
  static final String DEPRESSING =
      """
      synapse depressing
      parameter u = 0.4
      parameter tau_rec = 80 ms > 0
      pre r = 1
      dr/dt = (1 - r)/tau_rec
      post y = 0
      dy/dt = -y/(20 ms)
      send u*r*w
      on pre: w += 0.002 - 0.02*y; r -= u*r
      on post: y += 1
      """;

  /** Synapses remember, a modulator turns it into weight, and all onto a neuron share a total. */
  static final String REWARDED =
      """
      synapse rewarded
      parameter tau_c = 200 ms > 0
      modulator dopamine = 0.3
      pre x = 0
      dx/dt = -x/(20 ms)
      post y = 0
      dy/dt = -y/(20 ms)
      state c = 0
      dc/dt = -c/tau_c
      state most = 0
      on pre: x += 1; c -= 0.4*y; most = max(most, c)
      on post: y += 1; c += 0.5*x
      every 3 ms: w += 0.02*c*dopamine*(1 - w)
      every 10 ms: total = incoming w; n = incoming where(c > 0.01, 1, 0); w = w*(0.99 + 0.02*n/(1 + total))
      """;

  private Rules() {}

  static Plasticity of(String text, String most, DelaySide side) {
    return new Plasticity(
        SynapseText.read("test", text),
        Map.of(),
        new Quantity(0, Quantity.parse(most).unit()),
        Quantity.parse(most),
        side,
        Map.of());
  }
}
