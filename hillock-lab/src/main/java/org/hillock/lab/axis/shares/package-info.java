/**
 * What the inputs of a network bring to its decision: by Shapley values of groups of inputs, and by
 * a readout fitted to the answers. Start with {@link org.hillock.lab.axis.shares.DecisionShares}.
 */
@NullMarked
package org.hillock.lab.axis.shares;

import org.jspecify.annotations.NullMarked;
