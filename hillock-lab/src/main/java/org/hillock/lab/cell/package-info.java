/**
 * Experiments on nerve cells with parts, as they are done at the bench: every one opens a session
 * on a network of such cells, stimulates, and reads what happened. Start at {@link
 * org.hillock.lab.cell.SideBySide}.
 */
@NullMarked
package org.hillock.lab.cell;

import org.jspecify.annotations.NullMarked;
