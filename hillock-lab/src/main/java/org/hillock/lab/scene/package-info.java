/**
 * Scenes: a claim that people make about nerve cells and deep-learning neurons, put to the test on
 * a small network.
 *
 * <p>Begin with {@link org.hillock.lab.scene.Scene}. A scene does its experiment and the control in
 * which the phenomenon must be missing, and gives numbers, {@linkplain org.hillock.lab.scene.Claim
 * claims} with their thresholds, and pictures as data. It holds no sentence: what is told of it
 * stands, in every language, in the texts of the report. It sees the bench and the other rooms of
 * the lab, never a report.
 */
@NullMarked
package org.hillock.lab.scene;

import org.jspecify.annotations.NullMarked;
