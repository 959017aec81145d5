package org.hillock.cell.grid;

import java.util.List;
import org.hillock.core.cell.Morphology;
import org.hillock.core.cell.Place;
import org.hillock.core.problem.UsageException;

/**
 * A cell cut into compartments: nodes in Hines order, so that a parent's number is smaller than
 * those of its children (Hines 1984, doi 10.1016/0020-7101(84)90008-4). Node 0 is the beginning of
 * the root. Immutable.
 */
public final class Grid {

  private final Morphology morphology;
  private final GridNodes nodes;
  private final double[] lengthConstantsUm;
  private final List<String> warnings;

  Grid(Morphology morphology, GridNodes nodes, double[] lengthConstantsUm, List<String> warnings) {
    this.morphology = morphology;
    this.nodes = nodes;
    this.lengthConstantsUm = lengthConstantsUm;
    this.warnings = List.copyOf(warnings);
  }

  /** The cell that was cut. */
  public Morphology morphology() {
    return morphology;
  }

  /** How many nodes there are. */
  public int size() {
    return nodes.size();
  }

  /** The node that a node hangs on, −1 for node 0. */
  public int parent(int node) {
    return nodes.parent[node];
  }

  /** Membrane of a node in um²; 0 at the ends of sections. */
  public double areaUm2(int node) {
    return nodes.areaUm2[node];
  }

  /** Axial conductance between a node and its parent, in nS; 0 for node 0. */
  public double axialNs(int node) {
    return nodes.axialNs[node];
  }

  /** Number of the section that a node belongs to. */
  public int section(int node) {
    return nodes.section[node];
  }

  /** Where on its section a node stands, from 0 to 1. */
  public double position(int node) {
    return nodes.position[node];
  }

  /** How far a node is from the middle of the root along the tree, in um. */
  public double distanceUm(int node) {
    return nodes.distanceUm[node];
  }

  /** Mean diameter of a node's segment, in um; at the end of a section the one there. */
  public double diameterUm(int node) {
    return nodes.diameterUm[node];
  }

  /** The parents of all nodes, as a new array. */
  public int[] parents() {
    return nodes.parent.clone();
  }

  /** The areas of all nodes in um², as a new array. */
  public double[] areasUm2() {
    return nodes.areaUm2.clone();
  }

  /** The axial conductances of all nodes to their parents in nS, as a new array. */
  public double[] axialsNs() {
    return nodes.axialNs.clone();
  }

  /** How many segments a section is cut into. */
  public int segments(int section) {
    return nodes.segments[section];
  }

  /** The node of a section's first segment; those of its others follow, then its far end. */
  public int firstNode(int section) {
    return nodes.first[section];
  }

  /**
   * The length constant of a section at the frequency of the rule that cut it, in um: of a cylinder
   * that is as long in length constants.
   */
  public double lengthConstantUm(int section) {
    return lengthConstantsUm[section];
  }

  /** What to tell a user, each a sentence: where the grid is too coarse. */
  public List<String> warnings() {
    return warnings;
  }

  /**
   * The node at a position of a section: 1 is the node at its end, 0 the node that it hangs on, and
   * what lies between is the node of its segment.
   */
  public int node(int section, double position) {
    int first = nodes.first[section];
    if (position <= 0) {
      return nodes.parent[first];
    }
    int segments = nodes.segments[section];
    return position >= 1
        ? first + segments
        : first + Math.min(segments - 1, (int) (position * segments));
  }

  /**
   * The node at a place.
   *
   * @param path where the place is stated, for messages
   * @throws UsageException if there is no such section
   */
  public int node(String path, Place place) {
    return node(morphology.number(path, place.section()), place.position());
  }

  @Override
  public String toString() {
    return morphology.name() + ": " + size() + " nodes";
  }
}
