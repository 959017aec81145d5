package org.hillock.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.hillock.app.simulation.GraphRun;
import org.hillock.core.network.Network;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.Capability;
import org.hillock.core.session.Session;
import org.hillock.core.session.SessionOptions;
import org.hillock.lab.bench.Experiment;
import org.hillock.lab.bench.Openable;
import org.hillock.onnx.bench.GraphSession;
import org.hillock.onnx.graph.OnnxFile;

/**
 * An ONNX file on the bench, run as it stands.
 *
 * @param file that is run
 * @param feeds {@code [NAME=]FILE} of inputs that are given what a file holds
 * @param find finds a file by the name that a user gave it
 * @param stopped ends a pass early
 */
public record GraphSubject(
    OnnxFile file, List<String> feeds, UnaryOperator<Path> find, BooleanSupplier stopped)
    implements Openable {

  public GraphSubject {
    feeds = List.copyOf(feeds);
  }

  /** A file whose inputs are shown by stimuli alone. */
  public static GraphSubject of(OnnxFile file) {
    return new GraphSubject(file, List.of(), path -> path, () -> false);
  }

  /** The file of a run, where it is of one. */
  public static Optional<OnnxFile> file(Experiment run) {
    return run.subject() instanceof GraphSubject graph
        ? Optional.of(graph.file())
        : Optional.empty();
  }

  @Override
  public String name() {
    return String.valueOf(file.path().getFileName());
  }

  @Override
  public Optional<Network> described() {
    return Optional.empty();
  }

  @Override
  public boolean timed() {
    return false;
  }

  @Override
  public Session open(SessionOptions options) {
    GraphSession session = GraphSession.open(file, options);
    session.stopWhen(stopped);
    return session;
  }

  @Override
  public Optional<Session> open(SessionOptions options, Class<? extends Capability> wanted) {
    Session session = open(options);
    if (session.capability(wanted).isPresent()) {
      return Optional.of(session);
    }
    session.close();
    return Optional.empty();
  }

  @Override
  public void begin(Session session) {
    if (!(session instanceof GraphSession graph)) {
      throw new UsageException(file.path() + ": is an ONNX file");
    }
    GraphRun run = new GraphRun(graph);
    feeds.forEach(feed -> run.feed(feed, name -> find.apply(Path.of(name))));
  }
}
