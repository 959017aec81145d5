package org.hillock.lab.cell;

/**
 * A number that an experiment gave.
 *
 * @param id unique, letters, digits, dots and hyphens
 * @param value may be NaN where there is none
 * @param unit empty for plain numbers
 * @param meaning in a few words
 */
public record Finding(String id, double value, String unit, String meaning) {}
