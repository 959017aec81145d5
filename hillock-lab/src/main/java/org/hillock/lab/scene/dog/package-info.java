/**
 * The scene {@code dog}: a picture sets off words, a movement, a memory and a feeling that were
 * never shown with it, along synapses that learnt from episodes.
 */
@NullMarked
package org.hillock.lab.scene.dog;

import org.jspecify.annotations.NullMarked;
