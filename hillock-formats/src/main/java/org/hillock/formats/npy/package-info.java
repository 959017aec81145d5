/** Arrays as NumPy writes them ({@code .npy}). */
@org.jspecify.annotations.NullMarked
package org.hillock.formats.npy;
