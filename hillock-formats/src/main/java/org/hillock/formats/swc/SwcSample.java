package org.hillock.formats.swc;

import org.hillock.core.cell.MorphologyPoint;

/**
 * One line of a file.
 *
 * @param id number of the sample
 * @param type what it belongs to; 1 is the soma
 * @param x in um, as y and z
 * @param radius in um; 0 where it was not measured
 * @param parent id of the sample that it hangs on; below 0 for none
 * @param line number of its line, from 1
 */
record SwcSample(
    long id, long type, double x, double y, double z, double radius, long parent, int line) {

  static final long SOMA = 1;

  /** Its place and diameter, once it has a radius. */
  MorphologyPoint point() {
    return new MorphologyPoint(x, y, z, 2 * radius);
  }

  SwcSample withRadius(double other) {
    return new SwcSample(id, type, x, y, z, other, parent, line);
  }
}
