/**
 * Learning from rewards that come late. Start at {@link org.hillock.lab.reward.DistalReward}. May
 * use {@code hillock-core}.
 */
@NullMarked
package org.hillock.lab.reward;

import org.jspecify.annotations.NullMarked;
