package org.hillock.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hillock.core.network.Network;
import org.hillock.core.network.Ports;
import org.hillock.core.network.Presentation;
import org.hillock.core.problem.UsageException;
import org.hillock.core.session.SessionOptions;
import org.hillock.core.session.Stimulus;
import org.hillock.lab.decide.DecisionTiming;

/** How a picture becomes the run of a network that decides about it. */
public final class Exposure {

  private Exposure() {}

  /**
   * The run in which a network decides about a picture, as its presentation and decision state.
   *
   * @param picture pixels; empty shows zeros
   * @param label shown with it to a network that compares labels
   * @param options of which the step is replaced where time has a meaning
   * @throws UsageException where the network states no decision or the picture does not fit
   */
  public static Experiment of(
      Network network, Optional<float[]> picture, Optional<Integer> label, SessionOptions options) {
    Openable subject = Openable.of(network);
    boolean timed = subject.timed();
    Ports ports = Ports.of(network);
    Optional<Presentation> stream = network.presentation();
    int pixels = stream.map(p -> p.picture().size()).orElse(ports.image().size());
    float[] shown = picture.orElseGet(() -> new float[pixels]);
    if (shown.length != pixels) {
      throw new UsageException(
          "a picture of "
              + shown.length
              + " pixels, but network '"
              + network.name()
              + "' takes "
              + pixels);
    }
    DecisionTiming timing = DecisionTiming.of(network);
    double unit = timed ? timing.stepMs() : 1;
    List<Cue> cues = new ArrayList<>();
    String name = ports.image().name();
    double length = timed ? timing.windowMs() : 1;
    if (stream.isEmpty()) {
      cues.add(new Cue(0, Stimulus.frame(name, shown)));
    } else {
      double each = stream.get().frameSteps() * unit;
      double at = 0;
      for (float[] frame : stream.get().of(shown)) {
        cues.add(new Cue(at, Stimulus.frame(name, frame)));
        at += each;
      }
      cues.add(new Cue(at, new Stimulus.Nothing(name)));
      length = timed ? length : at + stream.get().afterSteps();
    }
    ports
        .labels()
        .ifPresent(labels -> {
          float[] oneHot = new float[labels.size()];
          label.ifPresent(l -> oneHot[l] = 1);
          cues.add(new Cue(0, Stimulus.frame(labels.name(), oneHot)));
        });
    SessionOptions stepped = timed ? options.withStepMs(timing.stepMs()) : options;
    return new Experiment(subject, cues, length, List.of(), stepped, 0);
  }
}
