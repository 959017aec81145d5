package org.hillock.formats.connectome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hillock.formats.connectome.TableRequest.Duplicates;

/** Takes the synapses out of the database, in order, and settles those with the same ends. */
final class SynapseRows {

  private final int[] pre;
  private final int[] post;
  private final double[] weight;
  private int count;

  private SynapseRows(int most) {
    pre = new int[most];
    post = new int[most];
    weight = new double[most];
  }

  static Connectome.Edges read(
      ConnectomeReader reader, TableRequest request, Statement sql, boolean electrical)
      throws SQLException {
    String kind = electrical ? "electrical" : "NOT electrical";
    long rows = reader.number("SELECT count(*) FROM synapse WHERE " + kind);
    SynapseRows taken = new SynapseRows(Math.toIntExact(rows));
    long again = taken.take(sql, kind, request.duplicates() != Duplicates.KEEP);
    if (again > 0) {
      List<String> examples =
          reader.examples(
              "SELECT p.name || ' → ' || q.name AS x, count(*) AS n FROM synapse s JOIN neuron p ON"
                  + " s.pre = p.id JOIN neuron q ON s.post = q.id WHERE "
                  + kind
                  + " GROUP BY x HAVING count(*) > 1");
      reader.refuseOr(
          request.duplicates() == Duplicates.REFUSE,
          (electrical ? "electrical" : "chemical")
              + " rows with the same two ends as another, "
              + (request.duplicates() == Duplicates.KEEP ? "kept side by side" : "summed"),
          again,
          examples);
    }
    return electrical ? taken.bothWays(reader) : taken.edges();
  }

  /** How many rows have the ends of another; these are added up where that is wanted. */
  private long take(Statement sql, String kind, boolean sum) throws SQLException {
    long again = 0;
    // the weight is part of the order, so that sums are the same whatever the order of the table
    try (ResultSet rows =
        sql.executeQuery(
            "SELECT pre, post, CASE WHEN electrical THEN weight ELSE weight * coalesce(sign, 1) END AS w FROM synapse WHERE "
                + kind
                + " ORDER BY pre, post, w")) {
      while (rows.next()) {
        int from = rows.getInt(1);
        int to = rows.getInt(2);
        double w = rows.getDouble(3);
        boolean same = count > 0 && pre[count - 1] == from && post[count - 1] == to;
        again += same ? 1 : 0;
        if (same && sum) {
          weight[count - 1] += w;
        } else {
          add(from, to, w);
        }
      }
    }
    return again;
  }

  private void add(int from, int to, double w) {
    pre[count] = from;
    post[count] = to;
    weight[count++] = w;
  }

  private Connectome.Edges edges() {
    return new Connectome.Edges(
        Arrays.copyOf(pre, count), Arrays.copyOf(post, count), Arrays.copyOf(weight, count));
  }

  /** A gap junction conducts both ways: where a table lists one, the other is added. */
  private Connectome.Edges bothWays(ConnectomeReader reader) {
    Map<Long, Double> listed = new HashMap<>();
    for (int k = 0; k < count; k++) {
      listed.merge(pair(pre[k], post[k]), weight[k], Double::sum);
    }
    SynapseRows all = new SynapseRows(2 * count);
    List<Integer> oneWay = new ArrayList<>();
    long uneven = 0;
    for (int k = 0; k < count; k++) {
      all.add(pre[k], post[k], weight[k]);
      Double back = listed.get(pair(post[k], pre[k]));
      if (back == null) {
        oneWay.add(k);
      } else if (!back.equals(listed.get(pair(pre[k], post[k])))) {
        uneven++;
      }
    }
    oneWay.forEach(k -> all.add(post[k], pre[k], weight[k]));
    reader.notice(
        "electrical synapses listed in one direction, to which the other is added",
        oneWay.size(),
        List.of());
    reader.notice(
        "electrical synapses listed with another weight in the other direction, kept so",
        uneven,
        List.of());
    return all.sorted();
  }

  private static long pair(int from, int to) {
    return (long) from << 32 | to;
  }

  private Connectome.Edges sorted() {
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted((a, b) -> {
              int first = Integer.compare(pre[a], pre[b]);
              return first != 0 ? first : Integer.compare(post[a], post[b]);
            })
            .mapToInt(Integer::intValue)
            .toArray();
    return new Connectome.Edges(
        Arrays.stream(order).map(k -> pre[k]).toArray(),
        Arrays.stream(order).map(k -> post[k]).toArray(),
        Arrays.stream(order).mapToDouble(k -> weight[k]).toArray());
  }
}
