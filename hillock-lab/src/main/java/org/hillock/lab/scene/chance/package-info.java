/**
 * The scene <i>chance</i>: a small network that decides, with four sources of noise that can be
 * taken out one by one.
 */
@NullMarked
package org.hillock.lab.scene.chance;

import org.jspecify.annotations.NullMarked;
