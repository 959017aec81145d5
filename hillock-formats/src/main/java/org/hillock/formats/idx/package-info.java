/** MNIST's IDX files of images and labels. */
@NullMarked
package org.hillock.formats.idx;

import org.jspecify.annotations.NullMarked;
