/**
 * The scene {@code tired-sad-alert}: the same input, another body, another answer; and a perceptron
 * that has no body until one is given to it.
 */
@NullMarked
package org.hillock.lab.scene.tiredsadalert;

import org.jspecify.annotations.NullMarked;
