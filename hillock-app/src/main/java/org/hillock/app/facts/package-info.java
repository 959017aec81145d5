/**
 * What Hillock knows of networks, neuron models, learning rules, engines and data, as trees that
 * print as text or JSON.
 */
@NullMarked
package org.hillock.app.facts;

import org.jspecify.annotations.NullMarked;
