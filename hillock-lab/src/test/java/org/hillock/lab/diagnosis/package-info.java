/** Tests of diagnoses. */
@NullMarked
package org.hillock.lab.diagnosis;

import org.jspecify.annotations.NullMarked;
