// Two cells: the first drives the second. Run: ./hillock shell networks/scripts/two-cells.jsh
var cells = Network.builder("two-cells");
cells.population("first", 1, "lif-delta", p -> p.bias(Values.constant(2, "mV/ms")));
cells.population("second", 1, "lif-delta", p -> p);
cells.projection("first", "second", new Connectivity.OneToOne(), p -> p.weight("16 mV").delay("1 ms"));
Workbench bench = Workbench.of(cells.build()).lasting(200);
say(bench.why("second[0]"));
say(bench.effectOf("silence first"));
/exit
