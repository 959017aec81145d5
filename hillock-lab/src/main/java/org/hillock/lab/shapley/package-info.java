/** Fair shares of what several bring about together; knows nothing of what they are. */
@NullMarked
package org.hillock.lab.shapley;

import org.jspecify.annotations.NullMarked;
