/**
 * Census of files that describe a network by its sizes: the headers of safetensors files and the
 * config.json that Hugging Face puts beside them.
 *
 * <p>Start at {@link org.hillock.formats.census.ModelFiles}.
 */
@NullMarked
package org.hillock.formats.census;

import org.jspecify.annotations.NullMarked;
