package org.hillock.cell.grid;

import org.hillock.cell.grid.Frusta.Piece;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.Section;

/** The columns of a grid, one value for each node, laid out section by section. */
final class GridNodes {

  /** 1 ohm·cm/um is 10⁴ ohm, and its conductance 10⁵ nS. */
  private static final double NANOSIEMENS = 1e5;

  final int[] segments;
  final int[] first;
  final int[] parent;
  final int[] section;
  final double[] areaUm2;
  final double[] axialNs;
  final double[] position;
  final double[] distanceUm;
  final double[] diameterUm;

  /**
   * Lays out the nodes.
   *
   * @param axialOhmCm axial resistivity by section
   * @param segments how many by section
   */
  GridNodes(Morphology morphology, Frusta[] frusta, double[] axialOhmCm, int[] segments) {
    this.segments = segments;
    first = new int[segments.length];
    int size = 1;
    for (int i = 0; i < segments.length; i++) {
      first[i] = size;
      size += segments[i] + 1;
    }
    parent = new int[size];
    section = new int[size];
    areaUm2 = new double[size];
    axialNs = new double[size];
    position = new double[size];
    distanceUm = new double[size];
    diameterUm = new double[size];
    parent[0] = -1;
    distanceUm[0] = morphology.distanceUm(0, 0);
    diameterUm[0] = morphology.section(0).points().getFirst().diameter();
    for (int i = 0; i < segments.length; i++) {
      cut(i, morphology, frusta[i], axialOhmCm[i]);
    }
  }

  int size() {
    return parent.length;
  }

  private void cut(int number, Morphology morphology, Frusta frusta, double axialOhmCm) {
    Section cut = morphology.section(number);
    int n = segments[number];
    Piece[] halves = frusta.halves(n);
    double before = 0;
    for (int i = 0; i <= n; i++) {
      int node = first[number] + i;
      double after = i < n ? halves[2 * i].resistance() : 0;
      parent[node] = i > 0 ? node - 1 : hangsOn(cut);
      section[node] = number;
      axialNs[node] = NANOSIEMENS / (axialOhmCm * (before + after));
      position[node] = i < n ? (i + 0.5) / n : 1;
      distanceUm[node] = morphology.distanceUm(number, position[node]);
      diameterUm[node] = cut.points().getLast().diameter();
      if (i < n) {
        Piece whole = halves[2 * i].plus(halves[2 * i + 1]);
        areaUm2[node] = whole.areaUm2();
        diameterUm[node] = whole.diameterLength() / (frusta.lengthUm() / n);
        before = halves[2 * i + 1].resistance();
      }
    }
  }

  /** The node that the first node of a section hangs on. */
  private int hangsOn(Section child) {
    if (child.isRoot()) {
      return 0;
    }
    int number = child.parent();
    double at = child.parentPosition();
    if (at <= 0) {
      return parent[first[number]];
    }
    int n = segments[number];
    return at >= 1 ? first[number] + n : first[number] + Math.min(n - 1, (int) (at * n));
  }
}
