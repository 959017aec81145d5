/** Tests of runaway networks. */
@NullMarked
package org.hillock.lab.activity;

import org.jspecify.annotations.NullMarked;
