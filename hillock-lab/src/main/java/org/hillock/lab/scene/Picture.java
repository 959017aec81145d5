package org.hillock.lab.scene;

import java.util.List;
import org.hillock.core.cell.Morphology;
import org.hillock.lab.cell.Piece;

/**
 * A picture as data. Its words stand in the texts: {@code picture.ID.title}, {@code .caption},
 * {@code .x} and {@code .y} with units where there are axes, and one for each {@link Label} that is
 * a key.
 */
public sealed interface Picture {

  /** Unique in the scene: lower-case letters, digits and hyphens. */
  String id();

  /**
   * Curves over one axis.
   *
   * @param marked each point is marked, not only joined
   */
  record Lines(String id, List<Curve> curves, boolean marked) implements Picture {
    public Lines {
      curves = List.copyOf(curves);
    }
  }

  /**
   * A curve.
   *
   * @param x rising
   * @param y as long as x
   * @param dashed for theory, thresholds and controls
   */
  record Curve(Label label, double[] x, double[] y, boolean dashed) {
    public Curve {
      if (x.length != y.length) {
        throw new IllegalArgumentException(x.length + " x but " + y.length + " y");
      }
    }
  }

  /** One value a row, each with an interval; {@code .x} tells the axis. */
  record Dots(String id, List<Dot> rows) implements Picture {
    public Dots {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A value.
   *
   * @param low end of its interval, equal to {@code value} where there is none
   * @param series colour, from 0: rows of one kind have one
   */
  record Dot(Label label, double value, double low, double high, int series) {
    /** A value without an interval. */
    public static Dot of(Label label, double value, int series) {
      return new Dot(label, value, value, value, series);
    }
  }

  /** Spikes of populations over time in ms. */
  record Spikes(String id, List<Lane> lanes, double fromMs, double toMs) implements Picture {
    public Spikes {
      lanes = List.copyOf(lanes);
    }
  }

  /**
   * Spikes of one population.
   *
   * @param neurons how many there are to show
   * @param timesMs of each spike
   * @param of which neuron each is, 0 … neurons − 1
   */
  record Lane(Label label, int neurons, double[] timesMs, int[] of) {}

  /** Values by row and column as shades, from {@code low} to {@code high}. */
  record Shades(
      String id, List<Label> rows, List<Label> columns, double[][] values, double low, double high)
      implements Picture {
    public Shades {
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
    }
  }

  /** Small images side by side; {@code .x} may tell what runs along. */
  record Images(String id, List<Image> images) implements Picture {
    public Images {
      images = List.copyOf(images);
    }
  }

  /**
   * An image.
   *
   * @param pixels 0..1, row by row
   */
  record Image(Label label, int height, int width, float[] pixels) {}

  /** Nodes and what joins them. */
  record Graph(String id, List<Node> nodes, List<Edge> edges) implements Picture {
    public Graph {
      nodes = List.copyOf(nodes);
      edges = List.copyOf(edges);
    }
  }

  /**
   * A node.
   *
   * @param x 0 at the left, 1 at the right
   * @param y 0 at the top, 1 at the bottom
   * @param strength 0 pale to 1 full
   */
  record Node(Label label, double x, double y, double strength) {}

  /**
   * An edge.
   *
   * @param from number of a node
   * @param to number of a node
   * @param weight its sign is the colour, its size (1 is most) the width
   * @param label at its middle; may be an empty literal
   */
  record Edge(int from, int to, double weight, Label label) {}

  /**
   * A cell to scale, its parts named; the parts' words are those of all scenes.
   *
   * @param spots places that are marked
   */
  record Cell(String id, Morphology tree, List<Spot> spots) implements Picture {
    public Cell {
      spots = List.copyOf(spots);
    }
  }

  /**
   * A marked place of a cell.
   *
   * @param place such as {@code dend[1](0.5)}
   * @param mark one or two letters in its circle
   * @param series colour, from 0
   * @param label what stands there
   */
  record Spot(String place, String mark, int series, Label label) {}

  /**
   * A value along a cell that moves; {@code .x} tells it with its unit.
   *
   * @param pieces of the tree
   * @param timesMs of the frames
   * @param values by frame and piece
   * @param stills frames that are shown where nothing can move, in order; the first that is seen
   *     where something can is the one in the middle
   * @param low value of the lowest shade
   * @param high value of the highest
   */
  record Film(
      String id,
      Morphology tree,
      List<Piece> pieces,
      double[] timesMs,
      double[][] values,
      int[] stills,
      double low,
      double high)
      implements Picture {
    public Film {
      pieces = List.copyOf(pieces);
    }
  }
}
