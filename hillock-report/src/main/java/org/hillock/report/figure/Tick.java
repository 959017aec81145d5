package org.hillock.report.figure;

/**
 * A labelled place on an axis.
 *
 * @param value where
 * @param label what is written there; empty for one that is only drawn
 */
record Tick(double value, String label) {}
