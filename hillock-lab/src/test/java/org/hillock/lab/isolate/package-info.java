@NullMarked
package org.hillock.lab.isolate;

import org.jspecify.annotations.NullMarked;
