/**
 * What a census can be taken of without a file: networks everyone knows, brains, and our own
 * descriptions.
 *
 * <p>Start at {@link org.hillock.lab.census.BuiltInEntries}. Networks of images stand in {@code
 * ImageNetworks}, layer by layer as their papers have them; brains are those of {@link
 * org.hillock.core.facts.BrainSize}.
 */
@NullMarked
package org.hillock.lab.census;

import org.jspecify.annotations.NullMarked;
