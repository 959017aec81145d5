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

  /**
   * v += arrivals + bias·dt; a spike takes {@code vTh - vRest} away.
   *
   * @param bias in mV/ms
   */
  record PerfectIntegrator(
      double[] vRestMv, double[] vThMv, double[] vInitMv, double[] bias, double stepMs)
      implements Dynamics {}

  /**
   * Jumps by w, then relaxes exactly: v(t + dt) = decay·v + drift + push·stimulus.
   *
   * @param decay exp(-dt/tau_m)
   * @param drift (1 - decay)·(v_rest + bias·tau_m) in mV
   * @param push (1 - decay)·tau_m: mV for each mV/ms of added bias
   */
  record LeakyDelta(Membrane membrane, double[] decay, double[] drift, double[] push)
      implements Dynamics {}

  /**
   * Two exponential currents, integrated exactly: v(t + dt) = decay·v + fromExc·i_exc +
   * fromInh·i_inh + drift + push·stimulus.
   *
   * @param decayExc exp(-dt/tau_exc); likewise decayInh
   * @param fromExc mV that a current of 1 pA at t adds to v at t + dt; likewise fromInh
   * @param drift (1 - decay)·(v_rest + bias·tau_m/c_m) in mV
   * @param push (1 - decay)·tau_m/c_m: mV for each pA of added bias
   */
  record LeakyExponential(
      Membrane membrane,
      double[] decay,
      double[] decayExc,
      double[] decayInh,
      double[] fromExc,
      double[] fromInh,
      double[] drift,
      double[] push)
      implements Dynamics {}

  /**
   * Threshold, reset and refractoriness of a leaky neuron.
   *
   * @param refractorySteps steps after a spike in which v is held at reset
   */
  record Membrane(double[] vThMv, double[] vResetMv, double[] vInitMv, int[] refractorySteps) {}

  /**
   * Fires at random.
   *
   * @param meanPerStep spikes expected in a step
   */
  record Poisson(double[] meanPerStep) implements Dynamics {}

  /** Fires at listed times. */
  record SpikeList(SpikeSchedule own) implements Dynamics {}
}
