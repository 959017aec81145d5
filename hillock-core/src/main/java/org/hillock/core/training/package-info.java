/** Learning rules as services that turn a network and data into a trained network. */
@NullMarked
package org.hillock.core.training;

import org.jspecify.annotations.NullMarked;
