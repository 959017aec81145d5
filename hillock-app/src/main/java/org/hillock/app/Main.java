package org.hillock.app;

import org.hillock.app.terminal.Problems;
import org.hillock.app.terminal.StopSignal;
import org.hillock.app.terminal.Terminal;
import org.hillock.app.verbs.AnalyseVerb;
import org.hillock.app.verbs.BenchCellsVerb;
import org.hillock.app.verbs.BenchVerb;
import org.hillock.app.verbs.CensusVerb;
import org.hillock.app.verbs.ClampVerb;
import org.hillock.app.verbs.CompareVerb;
import org.hillock.app.verbs.ConformanceVerb;
import org.hillock.app.verbs.ConvertVerb;
import org.hillock.app.verbs.DiagnoseVerb;
import org.hillock.app.verbs.DoctorVerb;
import org.hillock.app.verbs.ExportVerb;
import org.hillock.app.verbs.HillockCommand;
import org.hillock.app.verbs.ImportVerb;
import org.hillock.app.verbs.InfoVerb;
import org.hillock.app.verbs.IonsVerb;
import org.hillock.app.verbs.IsolateVerb;
import org.hillock.app.verbs.LesionVerb;
import org.hillock.app.verbs.PatchVerb;
import org.hillock.app.verbs.RecordVerb;
import org.hillock.app.verbs.RunVerb;
import org.hillock.app.verbs.SceneVerb;
import org.hillock.app.verbs.ShellVerb;
import org.hillock.app.verbs.SilenceVerb;
import org.hillock.app.verbs.StimulateVerb;
import org.hillock.app.verbs.TestVerb;
import org.hillock.app.verbs.TraceVerb;
import org.hillock.app.verbs.TrainVerb;
import org.hillock.app.verbs.TransmittersVerb;
import org.hillock.app.verbs.WhyVerb;
import picocli.CommandLine;

/** Starts a verb and ends with its exit code: 0 done, 1 failure, 2 wrong usage, 130 stopped. */
public final class Main {

  private Main() {}

  /** The process. */
  public static void main(String[] args) {
    StopSignal stop = StopSignal.listen();
    int code = run(args, Terminal.ofProcess(stop));
    stop.workEnded();
    // A process that is being stopped ends by itself; to exit once more would wait for ever.
    if (!stop.getAsBoolean()) {
      System.exit(code);
    }
  }

  /**
   * Runs one command.
   *
   * @return its exit code
   */
  public static int run(String[] args, Terminal terminal) {
    Problems problems = new Problems(terminal);
    try {
      int code =
          commands(terminal)
              .setParameterExceptionHandler((e, _) -> problems.usage(e))
              .setExecutionExceptionHandler((e, _, _) -> problems.tell(e))
              .execute(args);
      return code == 0 && terminal.out().checkError() ? problems.unprinted() : code;
    } catch (Throwable e) {
      // picocli hands on exceptions, but not errors such as a lack of memory.
      return problems.tell(e);
    }
  }

  /** All verbs, in the order of the list. */
  public static CommandLine commands(Terminal terminal) {
    return new CommandLine(new HillockCommand(terminal))
        .addSubcommand(new CompareVerb(terminal))
        .addSubcommand(new TrainVerb(terminal))
        .addSubcommand(new RunVerb(terminal))
        .addSubcommand(new RecordVerb(terminal))
        .addSubcommand(new StimulateVerb(terminal))
        .addSubcommand(new SilenceVerb(terminal))
        .addSubcommand(new ClampVerb(terminal))
        .addSubcommand(new PatchVerb(terminal))
        .addSubcommand(new LesionVerb(terminal))
        .addSubcommand(new IsolateVerb(terminal))
        .addSubcommand(new WhyVerb(terminal))
        .addSubcommand(new TraceVerb(terminal))
        .addSubcommand(new AnalyseVerb(terminal))
        .addSubcommand(new DiagnoseVerb(terminal))
        .addSubcommand(new InfoVerb(terminal))
        .addSubcommand(new CensusVerb(terminal))
        .addSubcommand(ImportVerb.commands(terminal))
        .addSubcommand(new ExportVerb(terminal))
        .addSubcommand(new ConvertVerb(terminal))
        .addSubcommand(new ConformanceVerb(terminal))
        .addSubcommand(new TransmittersVerb(terminal))
        .addSubcommand(new IonsVerb(terminal))
        .addSubcommand(new SceneVerb(terminal))
        .addSubcommand(
            new CommandLine(new BenchVerb(terminal)).addSubcommand(new BenchCellsVerb(terminal)))
        .addSubcommand(new ShellVerb(terminal))
        .addSubcommand(new DoctorVerb(terminal))
        .addSubcommand(new TestVerb(terminal))
        .setUsageHelpWidth(terminal.columns())
        .setUsageHelpAutoWidth(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setOut(new java.io.PrintWriter(terminal.out(), true))
        .setErr(new java.io.PrintWriter(terminal.err(), true));
  }
}
