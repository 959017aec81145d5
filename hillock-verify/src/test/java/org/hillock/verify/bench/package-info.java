/** The verbs of the bench on networks of every kind. */
@NullMarked
package org.hillock.verify.bench;

import org.jspecify.annotations.NullMarked;
