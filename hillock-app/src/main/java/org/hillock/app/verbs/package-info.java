/** The verbs of the command line, one class each: what a user asks for, checked and handed on. */
@NullMarked
package org.hillock.app.verbs;

import org.jspecify.annotations.NullMarked;
