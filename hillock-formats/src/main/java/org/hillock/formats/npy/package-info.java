/** Arrays as NumPy writes them ({@code .npy}). */
@NullMarked
package org.hillock.formats.npy;

import org.jspecify.annotations.NullMarked;
