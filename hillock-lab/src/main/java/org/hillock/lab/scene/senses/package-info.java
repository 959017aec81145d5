/**
 * The scene <i>senses</i>: senses as nodes, axons as edges, a verdict as their weighted sum; as a
 * logistic unit, as a spiking cell, and learnt from rated dishes.
 */
@NullMarked
package org.hillock.lab.scene.senses;

import org.jspecify.annotations.NullMarked;
