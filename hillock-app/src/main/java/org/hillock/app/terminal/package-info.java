/** Where words go and come from: streams, progress, Ctrl-C, problems told. */
@NullMarked
package org.hillock.app.terminal;

import org.jspecify.annotations.NullMarked;
