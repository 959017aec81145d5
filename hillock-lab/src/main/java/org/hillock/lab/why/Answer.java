package org.hillock.lab.why;

/**
 * What came of a question.
 *
 * @param network its name
 * @param engine that told what sums are made of
 * @param explanation the neuron that was asked about, and what stands behind it
 * @param replays how often the run was made
 * @param stopped whether the user stopped it; what was found until then is there
 */
public record Answer(
    String network, String engine, Explanation explanation, int replays, boolean stopped) {}
