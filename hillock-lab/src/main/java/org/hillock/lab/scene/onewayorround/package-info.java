/**
 * Forward only, or in circles: what lies on circles, how often it works, what feedback is good for.
 */
@NullMarked
package org.hillock.lab.scene.onewayorround;

import org.jspecify.annotations.NullMarked;
