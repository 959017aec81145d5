/**
 * Hillock from Java: one class with which a program, a recipe or JShell opens networks, asks them
 * and prints and draws what comes of it. Start with {@link org.hillock.app.shell.Hillock}.
 */
@NullMarked
package org.hillock.app.shell;

import org.jspecify.annotations.NullMarked;
