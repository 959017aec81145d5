@NullMarked
package org.hillock.lab.representation;

import org.jspecify.annotations.NullMarked;
