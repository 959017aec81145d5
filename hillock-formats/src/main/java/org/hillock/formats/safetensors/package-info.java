/**
 * Safetensors files: named arrays of numbers behind a checked header.
 *
 * <p>Start at {@link org.hillock.formats.safetensors.SafetensorsFile}; {@link
 * org.hillock.formats.safetensors.SafetensorsModel} is a network in one or several of them. What a
 * file says is not believed: lengths, offsets, shapes and names are checked before anything is
 * taken in or mapped.
 */
@NullMarked
package org.hillock.formats.safetensors;

import org.jspecify.annotations.NullMarked;
