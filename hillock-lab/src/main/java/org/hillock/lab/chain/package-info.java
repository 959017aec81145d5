/**
 * How far one cause goes: which neurons did something else because of it, and along how many
 * synapses, one after the other, the news can have come to them. Start at {@link
 * org.hillock.lab.chain.CausalChain}. Sees {@code lab.decide}.
 */
@NullMarked
package org.hillock.lab.chain;

import org.jspecify.annotations.NullMarked;
