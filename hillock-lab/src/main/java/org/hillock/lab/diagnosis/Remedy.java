package org.hillock.lab.diagnosis;

/**
 * Something that was tried against a finding.
 *
 * @param change what was changed, in the network's own names
 * @param measure what was measured again
 * @param before without the change
 * @param after with it
 * @param unit of both
 * @param helps whether the finding is gone
 * @param note what else came of it, or empty
 */
public record Remedy(
    String change,
    String measure,
    double before,
    double after,
    String unit,
    boolean helps,
    String note) {}
