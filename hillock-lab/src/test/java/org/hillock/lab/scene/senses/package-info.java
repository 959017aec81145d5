/** The scene of senses: its verdict, seed by seed, and its learning against theory. */
@NullMarked
package org.hillock.lab.scene.senses;

import org.jspecify.annotations.NullMarked;
