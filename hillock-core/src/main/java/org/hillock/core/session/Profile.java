package org.hillock.core.session;

/**
 * Where the time of a session went: seconds of work, added up over its threads.
 *
 * @param threads that worked
 * @param vectorBits width of the vectors that neurons were updated in; 0 where they were not
 * @param updateSeconds updating neurons
 * @param driveSeconds drawing the external input of neurons
 * @param deliverSeconds delivering spikes
 * @param waitSeconds waiting for other threads
 * @param driveEvents external events among the synaptic events: drawn, not delivered
 */
public record Profile(
    int threads,
    int vectorBits,
    double updateSeconds,
    double driveSeconds,
    double deliverSeconds,
    double waitSeconds,
    long driveEvents) {}
