package org.hillock.formats.connectome;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.connectome.Connectome.Notice;

/**
 * Reads tables of neurons and synapses, millions of rows in seconds: DuckDB finds the numbers of
 * the ends and what cannot be taken, and hands over numbers.
 *
 * <p>The sign of a synapse is, in this order: what its row says; what the transmitter of its row
 * does; what the transmitter of its neuron does; the sign of its weight. Weights of rows for which
 * one of the first three speaks must be at least 0. Same tables, same connectome, to the bit:
 * neurons stand in the order of their table, or by name where there is none; synapses by their
 * ends.
 */
public final class ConnectomeReader {

  private static final int MOST_EXAMPLES = 5;

  private final TableRequest request;
  private final Statement sql;
  private final List<Notice> notices = new ArrayList<>();

  private ConnectomeReader(TableRequest request, Statement sql) {
    this.request = request;
    this.sql = sql;
  }

  /**
   * Reads what is asked for.
   *
   * @throws UsageException where a file is missing or no table, a column is, or rows cannot be
   *     taken and are to be refused
   */
  public static Connectome read(TableRequest request) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      return new ConnectomeReader(request, statement).read();
    } catch (SQLException e) {
      throw TableSource.failed(request.edges(), e);
    }
  }

  private Connectome read() throws SQLException {
    TableSource edges = TableSource.open(sql, request.edges());
    Optional<TableSource> neurons = request.neurons().map(file -> TableSource.open(sql, file));
    rows(edges);
    NamedNeurons named = new NamedNeurons(this, request);
    List<String> names = named.read(neurons);
    signs();
    usable();
    Connectome.Edges chemical = SynapseRows.read(this, request, sql, false);
    Connectome.Edges electrical = SynapseRows.read(this, request, sql, true);
    if (chemical.count() + electrical.count() == 0) {
      throw new UsageException(
          request.edges() + ": no row is left that could be a synapse" + told());
    }
    long own = self(chemical) + self(electrical);
    notice("synapses of a neuron onto itself, kept", own, List.of());
    return new Connectome(names, chemical, electrical, notices);
  }

  private static long self(Connectome.Edges edges) {
    long own = 0;
    for (int k = 0; k < edges.count(); k++) {
      own += edges.pre()[k] == edges.post()[k] ? 1 : 0;
    }
    return own;
  }

  private String told() {
    StringBuilder text = new StringBuilder();
    notices.forEach(n -> text.append("; ").append(n.what()).append(": ").append(n.count()));
    return text.toString();
  }

  /** The rows that are asked for, as text, with the weight as a number. */
  private void rows(TableSource table) throws SQLException {
    Map<String, String> columns = request.columns();
    String pre = table.text("--columns", columns.getOrDefault("pre", ""));
    String post = table.text("--columns", columns.getOrDefault("post", ""));
    String weight = optional(table, "weight");
    String where = table.all("--where", request.where());
    String electrical =
        request.electrical().isEmpty() ? "false" : table.all("--electrical", request.electrical());
    try {
      sql.execute(
          "CREATE TABLE edge AS SELECT "
              + String.join(
                  ", ",
                  pre + " AS pre",
                  post + " AS post",
                  weight + " AS said",
                  (columns.containsKey("weight")
                          ? "TRY_CAST(" + weight + " AS DOUBLE)"
                          : "1.0::DOUBLE")
                      + " AS weight",
                  optional(table, "sign") + " AS sign",
                  optional(table, "transmitter") + " AS transmitter",
                  electrical + " AS electrical")
              + " FROM "
              + table.sql()
              + " WHERE "
              + where);
    } catch (SQLException e) {
      throw TableSource.unreadable(table.file(), e);
    }
    long all = number("SELECT count(*) FROM " + table.sql());
    long kept = number("SELECT count(*) FROM edge");
    notice("rows of the table", all, List.of());
    if (!request.where().isEmpty()) {
      notice("rows that --where leaves out", all - kept, List.of());
    }
    long blank =
        number("SELECT count(*) FROM edge WHERE coalesce(pre, '') = '' OR coalesce(post, '') = ''");
    refuseOr(
        request.bad() == TableRequest.Bad.REFUSE,
        "rows without one of their neurons, left out",
        blank,
        List.of());
    sql.execute("DELETE FROM edge WHERE coalesce(pre, '') = '' OR coalesce(post, '') = ''");
  }

  private String optional(TableSource table, String role) {
    String column = request.columns().get(role);
    return column == null ? "CAST(NULL AS VARCHAR)" : table.text("--columns", column);
  }

  /** A number for each word of a sign and each transmitter. */
  private void signs() throws SQLException {
    sql.execute("CREATE TABLE word (said VARCHAR, value INTEGER)");
    boolean own = request.columns().containsKey("sign");
    boolean released = request.columns().containsKey("transmitter");
    String said =
        own
            ? "SELECT DISTINCT sign FROM edge WHERE NOT electrical"
            : released
                ? "SELECT DISTINCT transmitter FROM edge WHERE NOT electrical"
                : "SELECT DISTINCT transmitter FROM neuron";
    for (String word : texts(said)) {
      Optional<Integer> value =
          own ? SignWords.read(word) : SignWords.ofTransmitter(word, request.signOf());
      if (value.isPresent()) {
        sql.execute(
            "INSERT INTO word VALUES (" + TableSource.literal(word) + ", " + value.get() + ")");
      }
    }
  }

  /** Whether something other than the weights tells the signs. */
  private boolean signsAreSaid() {
    return request.columns().containsKey("sign")
        || request.columns().containsKey("transmitter")
        || request.neuronColumns().containsKey("transmitter");
  }

  /** Takes numbers for names, and leaves out what has no usable weight or sign. */
  private void usable() throws SQLException {
    String word =
        request.columns().containsKey("sign")
            ? "e.sign"
            : request.columns().containsKey("transmitter") ? "e.transmitter" : "p.transmitter";
    sql.execute(
        "CREATE TABLE synapse AS SELECT p.id AS pre, q.id AS post, e.electrical AS electrical,"
            + " e.said AS said, e.weight AS weight, w.value AS sign, coalesce("
            + word
            + ", '') AS word FROM edge e JOIN neuron p ON e.pre = p.name JOIN neuron q ON e.post ="
            + " q.name LEFT JOIN word w ON w.said = "
            + word);
    sql.execute("DROP TABLE edge");
    boolean refuse = request.bad() == TableRequest.Bad.REFUSE;
    leaveOut(
        refuse,
        "rows whose weight is no number, left out",
        "weight IS NULL OR NOT isfinite(weight)",
        "coalesce(said, '')");
    leaveOut(refuse, "rows whose weight is 0, left out", "weight = 0", "");
    leaveOut(
        refuse,
        "electrical synapses whose weight is below 0, left out",
        "electrical AND weight < 0",
        "said");
    if (signsAreSaid()) {
      boolean words = request.columns().containsKey("sign");
      leaveOut(
          refuse,
          words
              ? "rows whose sign is none of " + SignWords.known() + ", left out"
              : "rows whose transmitter has no fast sign, left out (say what it does by --sign-of)",
          "NOT electrical AND sign IS NULL",
          "word");
      leaveOut(
          refuse,
          "rows whose weight is below 0 where the sign is said, too, left out",
          "NOT electrical AND weight < 0",
          "said");
    } else if (!request.columns().containsKey("weight")
        || number("SELECT count(*) FROM synapse WHERE NOT electrical AND weight < 0") == 0) {
      notice(
          "chemical synapses, of which nothing tells the sign: all are taken to excite",
          number("SELECT count(*) FROM synapse WHERE NOT electrical"),
          List.of());
    }
  }

  private void leaveOut(boolean refuse, String what, String condition, String example)
      throws SQLException {
    long count = number("SELECT count(*) FROM synapse WHERE " + condition);
    if (count == 0) {
      return;
    }
    List<String> examples =
        example.isEmpty()
            ? List.of()
            : examples(
                "SELECT "
                    + example
                    + " AS x, count(*) AS n FROM synapse WHERE "
                    + condition
                    + " GROUP BY x");
    refuseOr(refuse, what, count, examples);
    sql.execute("DELETE FROM synapse WHERE " + condition);
  }

  /**
   * Tells something, or refuses it.
   *
   * @throws UsageException where it is to be refused and there is any
   */
  void refuseOr(boolean refuse, String what, long count, List<String> examples) {
    if (refuse && count > 0) {
      throw new UsageException(
          request.edges()
              + ": "
              + what.replaceFirst(", (left out|added|summed)( \\(.*\\))?$", "")
              + ": "
              + count
              + (examples.isEmpty() ? "" : ", such as " + String.join(", ", examples)));
    }
    notice(what, count, examples);
  }

  void notice(String what, long count, List<String> examples) {
    if (count > 0) {
      notices.add(new Notice(what, count, examples));
    }
  }

  /** The commonest of a query that gives x and n, each with its count. */
  List<String> examples(String grouped) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var rows =
        sql.executeQuery(
            "SELECT x, n FROM (" + grouped + ") ORDER BY n DESC, x LIMIT " + MOST_EXAMPLES)) {
      while (rows.next()) {
        found.add("'" + rows.getString(1) + "' (" + rows.getLong(2) + ")");
      }
    }
    return found;
  }

  long number(String query) throws SQLException {
    try (var rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** The texts of a query's first column, without missing ones. */
  List<String> texts(String query) throws SQLException {
    List<String> all = new ArrayList<>();
    try (var rows = sql.executeQuery(query)) {
      while (rows.next()) {
        String text = rows.getString(1);
        if (text != null) {
          all.add(text);
        }
      }
    }
    return all;
  }

  void execute(String statement) throws SQLException {
    sql.execute(statement);
  }
}
