@NullMarked
package org.hillock.app.bench;

import org.jspecify.annotations.NullMarked;
