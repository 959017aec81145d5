package org.hillock.report;

import java.util.List;
import java.util.Optional;
import org.hillock.core.session.SiteRef;
import org.hillock.core.session.Term;
import org.hillock.lab.isolate.Isolation;
import org.hillock.lab.isolate.Isolation.Curve;
import org.hillock.lab.isolate.Isolation.Input;
import org.hillock.lab.isolate.Isolation.Response;
import org.hillock.lab.why.Answer;
import org.hillock.lab.why.Cause;
import org.hillock.lab.why.Explanation;
import org.hillock.lab.why.Missing;
import org.hillock.lab.why.WhyNot;

/** Answers that nobody gave. */
public final class SampleAnswers {

  private SampleAnswers() {}

  private static Term spike(String source, double at, double weight) {
    return new Term(
        Term.Kind.SYNAPSE, Optional.of(SiteRef.parse(source)), "p", at, at - 1, weight, 1);
  }

  private static Cause cause(Term term, double size, Optional<Explanation> because, String end) {
    return new Cause(term, 1, size, 0, because, end);
  }

  private static Explanation spiking(
      String site, double at, boolean fired, List<Cause> causes, Optional<WhyNot> not) {
    double value = causes.stream().mapToDouble(Cause::contribution).sum();
    return new Explanation(
        SiteRef.parse(site + ".v"),
        at,
        0,
        0,
        value,
        "mV",
        fired ? 1 : 0,
        true,
        Optional.of(20.0),
        true,
        "exact: the membrane is linear between spikes",
        0,
        causes,
        0,
        not);
  }

  /** A neuron that fired by another one, two spikes of an input, and against inhibition. */
  public static Answer fired() {
    Explanation relay =
        spiking(
            "relay[2]",
            31.5,
            true,
            List.of(cause(spike("list[0].spikes", 30.5, 22), 21.5, Optional.empty(), "input")),
            Optional.empty());
    Explanation target =
        spiking(
            "target[0]",
            33.7,
            true,
            List.of(
                cause(spike("relay[2].spikes", 33, 15), 14.5, Optional.of(relay), ""),
                cause(spike("list[4].spikes", 32, 4), 4, Optional.empty(), "input"),
                cause(spike("list[4].spikes", 31, 4), 3.75, Optional.empty(), ""),
                cause(spike("inh[1].spikes", 30, -3), -1.5, Optional.empty(), ""),
                cause(Term.own(Term.Kind.REST, 0), 0, Optional.empty(), "")),
            Optional.empty());
    return new Answer("sample", "spiking-plain", target, 2, false);
  }

  /** A neuron that did not fire. */
  public static Answer silent() {
    WhyNot not =
        new WhyNot(
            Optional.of(7.5),
            List.of(new Missing(SiteRef.parse("list[3].spikes"), "p", 18, "mV", 0)),
            4,
            "it had not fired before");
    Explanation target =
        spiking(
            "target[0]",
            33.7,
            false,
            List.of(
                cause(spike("list[4].spikes", 32, 15), 14.5, Optional.empty(), "input"),
                cause(spike("inh[1].spikes", 30, -3), -2, Optional.empty(), "")),
            Optional.of(not));
    return new Answer("sample", "spiking-plain", target, 2, true);
  }

  /** A sum of many, shared out by playing, behind a step that hands on. */
  public static Answer shared() {
    List<Cause> many = new java.util.ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Term term = Term.synapse(SiteRef.parse("in[" + i + "].value"), "w", 0.5, 30 - i);
      many.add(
          new Cause(term, 1, (30 - i) / 2.0 * (i % 3 == 0 ? -1 : 1), 0.25, Optional.empty(), ""));
    }
    Explanation sum =
        new Explanation(
            SiteRef.parse("sum[7].value"),
            Double.NaN,
            1,
            Double.NaN,
            12,
            "",
            12,
            false,
            Optional.empty(),
            false,
            "played",
            256,
            many,
            0,
            Optional.empty());
    Term handed =
        new Term(
            Term.Kind.OPERATOR,
            Optional.of(SiteRef.parse("sum[7].value")),
            "relu",
            Double.NaN,
            Double.NaN,
            12);
    Explanation out =
        new Explanation(
            SiteRef.parse("out[7].value"),
            Double.NaN,
            1,
            Double.NaN,
            12,
            "",
            12,
            false,
            Optional.empty(),
            true,
            "exact: handed on from one source",
            0,
            List.of(cause(handed, 12, Optional.of(sum), "")),
            0,
            Optional.empty());
    return new Answer("graph.onnx", "graph", out, 1, false);
  }

  /** A neuron by itself. */
  public static Isolation isolation(boolean spiking) {
    Response was = new Response(3.5, spiking ? 4 : 3.5);
    Input input =
        new Input(
            Term.Kind.SYNAPSE,
            Optional.of(SiteRef.parse("in[3].value")),
            "p",
            7,
            new Response(-1, 0),
            new Response(8, spiking ? 6 : 8),
            new Response(2, spiking ? 1 : 2));
    Input bias = new Input(Term.Kind.BIAS, Optional.empty(), "", 1, was, was, new Response(0.5, 0));
    return new Isolation(
        "sample",
        "spiking-plain",
        SiteRef.parse(spiking ? "out[0].v" : "out[0].value"),
        spiking,
        spiking ? 100 : Double.NaN,
        spiking ? 0 : Double.NaN,
        spiking ? "mV" : "",
        Optional.of(20.0),
        true,
        was,
        spiking ? was : new Response(3.5 + 1e-7, 3.5),
        spiking,
        List.of(input, bias),
        12,
        List.of(new Curve("in[3].value", new double[] {0, 1, 2}, List.of(was, was, was))),
        false);
  }
}
