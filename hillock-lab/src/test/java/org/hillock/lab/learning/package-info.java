@NullMarked
package org.hillock.lab.learning;

import org.jspecify.annotations.NullMarked;
