/** Whether a nerve cell is the sum of its inputs. */
@NullMarked
package org.hillock.lab.scene.thesum;

import org.jspecify.annotations.NullMarked;
