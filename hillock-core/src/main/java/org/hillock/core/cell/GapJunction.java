package org.hillock.core.cell;

/**
 * A place where a cell can be joined to others by electrical synapses.
 *
 * @param path where it is stated, for messages
 * @param name that projections end on; the place of that name is meant on the side of the source
 *     too, where it is a cell with parts
 * @param place on the tree
 */
public record GapJunction(String path, String name, Place place) {}
