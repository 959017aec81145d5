package org.hillock.lab.decide;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Presentation;
import org.hillock.core.session.Session;
import org.hillock.core.session.Stimulus;

/** Pictures shown to a network without time. */
public final class Showing {

  private Showing() {}

  /**
   * Shows a batch of pictures and runs all passes that it takes: one, or as many as the network's
   * {@link Presentation} counts, frame by frame. The answer stands after the last; a network that
   * hears of passes before goes on from them.
   *
   * @param images one row of pixels each
   * @throws org.hillock.core.problem.UsageException where pictures do not fit the network
   */
  public static void run(Session session, float[][] images) {
    String name = Ports.of(session.network()).image().name();
    Optional<Presentation> stream = session.network().presentation();
    if (stream.isEmpty()) {
      session.present(new Stimulus.Frames(name, images));
      session.advance();
      return;
    }
    Presentation shown = stream.get();
    List<List<float[]>> frames = Arrays.stream(images).map(shown::of).toList();
    for (int f = 0; f < shown.frames(); f++) {
      int frame = f;
      float[][] rows = frames.stream().map(own -> own.get(frame)).toArray(float[][]::new);
      session.present(new Stimulus.Frames(name, rows));
      advance(session, shown.frameSteps());
    }
    session.present(new Stimulus.Nothing(name));
    advance(session, shown.afterSteps());
  }

  private static void advance(Session session, int passes) {
    for (int k = 0; k < passes; k++) {
      session.advance();
    }
  }
}
