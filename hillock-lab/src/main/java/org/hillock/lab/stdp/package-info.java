/** Learning by spike timing, without labels, and labelling the neurons afterwards. */
@NullMarked
package org.hillock.lab.stdp;

import org.jspecify.annotations.NullMarked;
