/**
 * File formats: what Hillock reads and writes, one package per format.
 *
 * <p>Start with {@link org.hillock.formats.yaml.NetworkYaml} (networks), {@link
 * org.hillock.formats.swc.SwcReader} (shapes of cells) and {@link org.hillock.formats.DataSources}
 * (images).
 *
 * <p>May use: hillock-core, Jackson, DuckDB.
 */
@NullMarked
package org.hillock.formats;

import org.jspecify.annotations.NullMarked;
