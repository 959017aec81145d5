package org.hillock.spiking.lowered;

/** What the neurons of a population do in a step, lowered: one entry of each array per neuron. */
public sealed interface Dynamics {

  /** Holds what a frame gives it. */
  record Input() implements Dynamics {}

  /**
   * a = f(gain·sum + bias).
   *
   * @param bias plain numbers
   */
  record Rate(Activation activation, double[] bias) implements Dynamics {}

  /** Neurons told by equations. */
  record Equations(org.hillock.spiking.equation.LoweredEquations lowered) implements Dynamics {}

  /**
   * v += arrivals + bias·dt; a spike takes {@code vTh - vRest} away.
   *
   * @param bias in mV/ms
   */
  record PerfectIntegrator(
      double[] vRestMv, double[] vThMv, double[] vInitMv, double[] bias, double stepMs)
      implements Dynamics {}

  /**
   * Jumps by w, then relaxes exactly: u(t + dt) = decay·u + push·stimulus.
   *
   * @param decay exp(-dt/tau_m)
   * @param push (1 - decay)·tau_m: mV for each mV/ms of added bias
   */
  record LeakyDelta(Membrane membrane, double[] decay, double[] push) implements Dynamics {
    /** Whether all neurons have the same parameters, the initial potential apart. */
    public boolean uniform() {
      return membrane.uniform() && same(decay, push);
    }
  }

  /**
   * Two exponential currents, integrated exactly: u(t + dt) = decay·u + fromExc·i_exc +
   * fromInh·i_inh + push·stimulus.
   *
   * @param decayExc exp(-dt/tau_exc); likewise decayInh
   * @param fromExc mV that a current of 1 pA at t adds to v at t + dt; likewise fromInh
   * @param push (1 - decay)·tau_m/c_m: mV for each pA of added bias
   */
  record LeakyExponential(
      Membrane membrane,
      double[] decay,
      double[] decayExc,
      double[] decayInh,
      double[] fromExc,
      double[] fromInh,
      double[] push)
      implements Dynamics {
    /** Whether all neurons have the same parameters, the initial potential apart. */
    public boolean uniform() {
      return membrane.uniform() && same(decay, decayExc, decayInh, fromExc, fromInh, push);
    }
  }

  /**
   * One exponential drive g, integrated exactly: u(t + dt) = decay·u + fromG·g + push·stimulus.
   * Both are held while refractory, and a spike empties g.
   *
   * @param membrane whose threshold is the least potential that fires: the next number above v_th,
   *     which itself does not
   * @param decayG exp(-dt/tau_syn)
   * @param fromG mV that 1 mV of g at t adds to v at t + dt
   * @param push (1 - decay)·tau_m: mV for each mV/ms of added bias
   */
  record Shiu(Membrane membrane, double[] decay, double[] decayG, double[] fromG, double[] push)
      implements Dynamics {
    /** Whether all neurons have the same parameters, the initial potential apart. */
    public boolean uniform() {
      return membrane.uniform() && same(decay, decayG, fromG, push);
    }
  }

  /**
   * Threshold, reset and refractoriness of a leaky neuron, whose state is u: its potential above
   * {@code settledMv}, where it settles when nothing but its bias drives it. So 0 is rest.
   *
   * @param settledMv v - u in mV
   * @param threshold the least u that fires, in mV; {@code reset} and {@code init} are of u too
   * @param refractorySteps steps after a spike in which u is held at reset
   */
  record Membrane(
      double[] settledMv,
      double[] threshold,
      double[] reset,
      double[] init,
      int[] refractorySteps) {

    boolean uniform() {
      int[] steps = refractorySteps;
      return same(settledMv, threshold, reset)
          && java.util.Arrays.stream(steps).allMatch(k -> k == steps[0]);
    }
  }

  /**
   * Fires at random.
   *
   * @param meanPerStep spikes expected in a step
   */
  record Poisson(double[] meanPerStep) implements Dynamics {}

  /** Fires at listed times. */
  record SpikeList(SpikeSchedule own) implements Dynamics {}

  private static boolean same(double[]... parameters) {
    for (double[] values : parameters) {
      for (double value : values) {
        if (value != values[0]) {
          return false;
        }
      }
    }
    return true;
  }
}
