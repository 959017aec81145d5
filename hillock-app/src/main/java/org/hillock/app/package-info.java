/**
 * The command line: start in {@link org.hillock.app.Main}; each verb is a class of {@code verbs}.
 * Sees every other room; nothing sees it.
 */
@NullMarked
package org.hillock.app;

import org.jspecify.annotations.NullMarked;
