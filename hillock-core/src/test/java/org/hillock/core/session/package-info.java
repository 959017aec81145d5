@NullMarked
package org.hillock.core.session;

import org.jspecify.annotations.NullMarked;
