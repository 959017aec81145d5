/**
 * The trunk: what a network is and how one speaks to a running one.
 *
 * <p>Start with {@link org.hillock.core.network.Network} (the description), then {@link
 * org.hillock.core.session.Session} (the running thing) and {@link
 * org.hillock.core.session.Intervention}. Nothing here runs a network: engines do, in rooms of
 * their own, found through {@link org.hillock.core.session.Engine}.
 *
 * <p>May use: the JDK.
 */
@NullMarked
package org.hillock.core;

import org.jspecify.annotations.NullMarked;
