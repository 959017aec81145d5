/**
 * Where cells with parts are plugged into the engines of networks: the engines deliver spikes to
 * receptors, ask for steps and for spikes, and know nothing of trees and channels.
 */
@NullMarked
package org.hillock.spiking.parted;

import org.jspecify.annotations.NullMarked;
