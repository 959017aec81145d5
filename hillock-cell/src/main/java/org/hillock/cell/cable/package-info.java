/**
 * Potentials along the trees of cells, step by step.
 *
 * <h2>A step</h2>
 *
 * Crank and Nicolson's, with gates and potentials staggered in time, as in NEURON with {@code
 * secondorder = 2} (Hines 1984, doi 10.1016/0020-7101(84)90008-4; Mascagni and Sherman 1998):
 * potentials and concentrations stand at t_n, the states of channels at t_n + dt/2.
 *
 * <ol>
 *   <li>Channels move on to t_n + dt/2, with the potential and the concentrations of t_n standing
 *       still; so do receptors, after what arrives at t_n was added to them.
 *   <li>Their currents and slopes are reckoned at v(t_n), with concentrations carried on to t_n +
 *       dt/2 along the line of the last two.
 *   <li>v(t_n + dt/2) − v(t_n) = δ solves C δ/(dt/2) = −I − G δ + axial currents at t_n + dt/2, for
 *       all nodes of the tree at once: from the tips to the root and back, O(nodes).
 *   <li>v(t_{n+1}) = v(t_n) + 2δ. Nodes without membrane follow from their neighbours.
 *   <li>Concentrations move on to t_{n+1} with the ion currents of t_n + dt/2, I + G δ.
 *   <li>Spikes: v &lt; threshold before, v &gt;= threshold now.
 * </ol>
 *
 * All of it is of second order in dt.
 *
 * <h2>Several cells at once</h2>
 *
 * The cells of a slice of a population stand side by side: number {@code node·cells + cell} in all
 * arrays. Each does the same operations in the same order as it would alone, so bits do not hang on
 * who stands beside whom. {@link org.hillock.cell.cable.PlainCell} is one cell done plainly, and
 * judges.
 */
@NullMarked
package org.hillock.cell.cable;

import org.jspecify.annotations.NullMarked;
