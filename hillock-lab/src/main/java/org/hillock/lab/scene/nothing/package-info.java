/**
 * With no input a deep net is still; a brain goes on, recalls, combines, concludes: is it so?
 *
 * <p>Begin with {@link org.hillock.lab.scene.nothing.NothingComesIn}. It sees the bench, engines as
 * services, and the networks of the built-in comparison.
 */
@NullMarked
package org.hillock.lab.scene.nothing;

import org.jspecify.annotations.NullMarked;
