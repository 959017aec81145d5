@NullMarked
package org.hillock.lab.comparison;

import org.jspecify.annotations.NullMarked;
