/**
 * Experiments, analysis and the comparison: verbs written once, against {@link
 * org.hillock.core.session.Session}.
 *
 * <p>Start with {@link org.hillock.lab.comparison.Comparison}. May use: core. Engines and learning
 * rules come as services; nothing here knows which.
 */
@NullMarked
package org.hillock.lab;

import org.jspecify.annotations.NullMarked;
