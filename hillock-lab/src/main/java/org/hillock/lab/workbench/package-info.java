/**
 * All verbs of the bench as methods, and what each can do on which network. Start with {@link
 * org.hillock.lab.workbench.Workbench}.
 */
@NullMarked
package org.hillock.lab.workbench;

import org.jspecify.annotations.NullMarked;
