/**
 * The YAML form of a network: says exactly what the Java builder says, with the line of every
 * problem.
 */
@NullMarked
package org.hillock.formats.yaml;

import org.jspecify.annotations.NullMarked;
