/** Safetensors files: named arrays of numbers behind a checked header. */
@NullMarked
package org.hillock.formats.safetensors;

import org.jspecify.annotations.NullMarked;
