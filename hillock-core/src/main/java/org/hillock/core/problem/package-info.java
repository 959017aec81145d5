/** What is said to a user when something is wrong: one message, its place, its exit code. */
@NullMarked
package org.hillock.core.problem;

import org.jspecify.annotations.NullMarked;
