/**
 * What no room can check alone: the arrows between rooms, the house rules, the launcher, and the
 * main job from the command to the page in a browser.
 */
@NullMarked
package org.hillock.verify;

import org.jspecify.annotations.NullMarked;
