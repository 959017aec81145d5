@NullMarked
package org.hillock.lab.summation;

import org.jspecify.annotations.NullMarked;
