/** What a synapse must know to learn: three rules, asked with the same instrument. */
@NullMarked
package org.hillock.lab.scene.learning;

import org.jspecify.annotations.NullMarked;
