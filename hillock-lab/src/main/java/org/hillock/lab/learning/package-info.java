/**
 * How networks learn: what a synapse must be told when it changes ({@link
 * org.hillock.lab.learning.Locality}), how fast right answers come ({@link
 * org.hillock.lab.learning.LearningCurve}), and what is forgotten ({@link
 * org.hillock.lab.learning.TwoTasks}). Learning rules are seen from outside only, as {@link
 * org.hillock.core.training.Trainer}: whatever rule is installed can be measured.
 */
@NullMarked
package org.hillock.lab.learning;

import org.jspecify.annotations.NullMarked;
