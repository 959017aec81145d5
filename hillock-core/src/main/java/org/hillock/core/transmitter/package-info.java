/**
 * What cells release to each other and what listens: the catalogue of transmitters and receptors,
 * read from one table each.
 */
@NullMarked
package org.hillock.core.transmitter;

import org.jspecify.annotations.NullMarked;
