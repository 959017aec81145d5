/** Tests of the options that verbs share. */
@NullMarked
package org.hillock.app.verbs;

import org.jspecify.annotations.NullMarked;
