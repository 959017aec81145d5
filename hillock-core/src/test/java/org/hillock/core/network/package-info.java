@NullMarked
package org.hillock.core.network;

import org.jspecify.annotations.NullMarked;
