/**
 * Networks in time, step by step, and the rules of time that every engine here keeps.
 *
 * <p>Start at {@link org.hillock.spiking.SpikingEngine}. Networks of spiking neurons run on {@link
 * org.hillock.spiking.block}, fast and on several threads. {@link
 * org.hillock.spiking.PlainSpikingEngine} is scalar, double precision, one thread, written to be
 * read and to be right: it judges the fast one, and runs networks that hold rate neurons. It lowers
 * a network with {@code NetworkCompiler} to an immutable {@code SpikingProgram} and runs that in a
 * {@code SpikingSession}. This room may use {@code hillock-core} and the JDK.
 *
 * <h2>Time</h2>
 *
 * Step n takes the state from t_n = n·dt to t_{n+1}. Within a step, in this order:
 *
 * <ol>
 *   <li><b>deliver</b> everything that arrives at t_n,
 *   <li><b>integrate</b> to t_{n+1},
 *   <li><b>threshold</b>: a neuron with v &gt;= v_th fires ({@code lif-shiu}: v &gt; v_th); the
 *       spike has time t_{n+1},
 *   <li><b>reset</b>,
 *   <li><b>record</b>, as of t_{n+1}.
 * </ol>
 *
 * <b>Delays.</b> A spike at time T with delay d arrives at T + d exactly: found in step n, with d =
 * D·dt, it is delivered at the beginning of step n + 1 + D. A projection without a delay has one of
 * one step. A stated delay must be at least one step and a whole number of steps (within 1e-9 of
 * itself); a drawn one is rounded to the nearest step, and is at least one.
 *
 * <p><b>Refractoriness.</b> t_ref is rounded to the nearest whole step. After a spike at T the
 * potential is held at v_reset during [T, T + t_ref). An arrival in that time is lost on {@code
 * lif-delta} (Brunel 2000, doi 10.1023/A:1008925309027); on {@code lif-exp} it is added to a
 * current, which goes on as always, and only v is held (as NEST's iaf_psc_exp). On {@code lif-shiu}
 * a spike also empties g, v and g are both held, and an arrival at either is lost (Shiu et al.
 * 2024, doi 10.1038/s41586-024-07763-9). An arrival at exactly T + t_ref counts.
 *
 * <p><b>Ports.</b> An arrival is added to the variable that its receptor names: v or g directly, or
 * by the sign of its weight the one current or the other.
 *
 * <p><b>Threshold.</b> It is looked at once, at the end of a step. A jump above it that relaxes
 * below it within the same step makes no spike. An {@code if} neuron fires at most once a step and
 * keeps what is left above threshold.
 *
 * <p><b>Sums are exact.</b> Weights onto a population of spiking neurons are rounded to whole
 * numbers of a quantum, a power of two, that is fine enough to lose nothing that double precision
 * (or, where that is chosen, single precision) would keep, and coarse enough that every sum of
 * arrivals is exact: see {@link org.hillock.spiking.lowered.ArrivalGrid}. So the order of arrivals
 * has no meaning. A sum at a rate neuron adds first what rate neurons send (a subtotal for each
 * projection, in the order of the network, by source neuron) and then what spikes bring.
 *
 * <p><b>Coming to rest.</b> After every 256 steps what is all but 0 becomes 0: see {@link
 * org.hillock.spiking.lowered.Settling}.
 *
 * <p><b>Release.</b> Where spikes release vesicles, a terminal takes one action potential in a
 * step, at the time of the spike; what it releases arrives after the delay. Silence of the outputs
 * keeps action potentials from terminals; a lesion loses what arrives and leaves terminals as they
 * are.
 *
 * <p><b>Plastic synapses.</b> What a rule says of an arriving spike is done when it is delivered at
 * t_n, before it is added to what arrives; it finds what stands behind the synapse as of t_n, with
 * what the target's spike of that very time left there. When the step has been integrated, traces
 * go to t_{n+1}; then spikes that targets made at t_{n+1} come back to their synapses, which find
 * what arrived up to t_n faded to t_{n+1}; then passes at regular times are made where t_{n+1} is a
 * multiple of their interval. Where the delay d is dendritic, an arriving spike is dealt with at
 * t_pre + d all the same, and the target's spike at t_post + 2d: the same order as t_pre against
 * t_post + d. A source that fires k times in a step arrives k times, one after the other. What is
 * withheld or lost teaches nothing. A reset keeps weights; see {@link
 * org.hillock.spiking.plasticity}.
 *
 * <p><b>Electrical synapses.</b> w·(x_from − x_to) of the values at t_n stands during the step: a
 * subtotal for each projection, by source neuron. What is held from t_n on counts as it is held.
 *
 * <h2>Sources</h2>
 *
 * A {@code poisson} neuron fires in step n a Poisson number of times, drawn at the address (seed
 * and trial, neuron, n); all have time t_{n+1}, count once each where they arrive and are recorded
 * once each. A frame that is presented at t_n multiplies the rates of the sources from step n on,
 * nothing presented silences them. A listed time of a {@code spike-list} neuron is rounded to the
 * nearest step; 0 is a spike at t_0. Trains that are presented at t_n are counted from there and
 * come at t_{n+1} at the earliest.
 *
 * <h2>Rate neurons</h2>
 *
 * They run here asynchronously. Each starts at 0, having sent nothing, and computes f(gain·sum +
 * bias) in its first step; after that only in steps in which something arrived that can change it
 * (a softmax neuron: something at any neuron of its population). It sends only when its value
 * changed: the new value, which takes the old one's place at the target after the delay. A sum is
 * thus a function of the values that have arrived and not of their history, so that a network
 * settles to the same bits whatever its delays. An {@code input} takes its number at the moment t_n
 * at which a frame is presented; that change has time t_n. Where a projection normalises, the
 * source's values are divided by their root mean square plus 1e-8 as they are sent, silenced
 * neurons as 0.
 *
 * <p><b>Between the kinds.</b> A value a of a rate neuron acts on a spiking one as a·dt (dt in ms)
 * events in every step: w·a·dt is added to v or to the current. A spike counts at a rate neuron as
 * the value 1/dt (dt in ms) for one step.
 *
 * <p>The gain of the modulators multiplies what arrives, not the bias. How their levels change is
 * told in docs/modulators.md and done in {@link org.hillock.spiking.modulation}.
 *
 * <h2>Interventions</h2>
 *
 * The ends of a window are rounded to the nearest step; it holds in the steps n with from &lt;= t_n
 * &lt; to. <i>Silence</i> of the outputs withholds what is sent in those steps (spikes are still
 * made and recorded; receivers of a rate neuron see 0); of the inputs, what arrives. A <i>clamped
 * or patched</i> v makes no spike; the last clamp or patch applied wins. <i>Stimulate</i> amounts
 * add up. A <i>lesioned</i> projection loses the spikes that arrive in the window; a change of rate
 * that arrives then is seen when it ends. Recording changes no bit.
 */
@NullMarked
package org.hillock.spiking;

import org.jspecify.annotations.NullMarked;
