/** Networks and images that tests of this room share. */
@NullMarked
package org.hillock.lab;

import org.jspecify.annotations.NullMarked;
