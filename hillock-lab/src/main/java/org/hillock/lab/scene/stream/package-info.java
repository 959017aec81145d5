/**
 * Eyes take a stream, deep networks single images: how many frames a second are enough, and what do
 * more of them bring?
 *
 * <p>Begin with {@link org.hillock.lab.scene.stream.Stream}. It sees the bench, engines and
 * learning rules as services, and the networks of the built-in comparison.
 */
@NullMarked
package org.hillock.lab.scene.stream;

import org.jspecify.annotations.NullMarked;
