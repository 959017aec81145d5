/** Tensors judged by plain Java, rules judged by finite differences and by what they learn. */
@NullMarked
package org.hillock.deep;

import org.jspecify.annotations.NullMarked;
