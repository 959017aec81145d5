/**
 * Connectomes: tables of neurons and synapses, as CSV or Parquet, read into networks. Begin with
 * {@link org.hillock.formats.connectome.ConnectomeReader}.
 */
@NullMarked
package org.hillock.formats.connectome;

import org.jspecify.annotations.NullMarked;
