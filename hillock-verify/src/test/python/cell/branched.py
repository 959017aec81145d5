"""Converged reference of the branched cell with all channels -> branched-cell.json, and how NEURON's errors shrink."""
from branched_cell import describe
from common import *

D = rounded(describe(), 9)
SOMA, AXON_END = ["soma", 0.5], ["axon", 24.5 / 25]
PLACES = [SOMA, ["dend[2]", 0.9], ["apic[0]", 0.5], ["apic[2]", 0.5], AXON_END]
TERMINAL = ["terminal[0]", 0.5]
CALCIUM = ["apic[0]", 0.5]
PROTOCOLS = {  # nA, from 20 ms for 100 ms at the middle of the soma
    "subthreshold": dict(na=0.05, duration=150.0, about="a small step: potentials at five places"),
    "hyperpolarising": dict(na=-0.1, duration=150.0, about="sag and rebound: potentials at five places"),
    "step": dict(na=0.8, duration=150.0, about="three spikes and the calcium they let in"),
    "train": dict(na=1.0, duration=130.0, about="seven spikes that slow down"),
}
TIMES = [float(t) for t in range(0, 151)]


def records():
    return [(p, "v") for p in PLACES] + [(TERMINAL, "v"), (CALCIUM, "ca_in"), (TERMINAL, "ca_in")]


def figures(values, dt, duration):
    times = [t for t in TIMES if t <= duration]
    return dict(
        spikes={"soma": crossings(values[0], dt), "axon": crossings(values[4], dt), "terminal": crossings(values[5], dt)},
        v=[sampled(x, dt, times) for x in values[:5]],
        ca=[sampled(x, dt, times) for x in values[6:]])


def both(a, b, join):
    """Joins lists of lists pairwise."""
    if isinstance(a, dict):
        return {k: both(a[k], b[k], join) for k in a}
    if a and isinstance(a[0], list):
        return [both(x, y, join) for x, y in zip(a, b)]
    assert len(a) == len(b)
    return join(a, b)


def largest(a, b):
    if isinstance(a, dict):
        return max(largest(a[k], b[k]) for k in a)
    if a and isinstance(a[0], list):
        return max(largest(x, y) for x, y in zip(a, b))
    return max((abs(x - y) for x, y in zip(a, b)), default=0.0)


def grid(cell):
    """Area of each segment, and resistance from its middle to the middle of the one before, as NEURON has them."""
    found = {}
    for name, sec in cell.sections.items():
        found[name] = {"length_um": sec.L, "area_um2": [s.area() for s in sec],
                       "to_parent_mohm": [s.ri() for s in sec] + [sec(1).ri()]}
    return found


def main():
    cell = Cell(D)
    result, errors = {}, {}
    for name, p in PROTOCOLS.items():
        cell.clear()
        cell.inject(SOMA, 20, 100, p["na"])
        duration = p["duration"]
        coarse = figures(run(cell, duration, 0.001, records()), 0.001, duration)
        fine = figures(run(cell, duration, 0.0005, records()), 0.0005, duration)
        best = both(coarse, fine, extrapolated)
        other = figures(run_variable(cell, duration, records(), 0.0025), 0.0025, duration)
        judge = {"spikes_ms": largest(best["spikes"], other["spikes"]), "v_mv": largest(best["v"], other["v"]),
                 "ca_um": 1000 * largest(best["ca"], other["ca"])}
        print(name, "extrapolated against 0.0005 ms:", largest(best["spikes"], fine["spikes"]), largest(best["v"], fine["v"]),
              "against CVODE:", judge, flush=True)
        rows = {}
        for dt in (0.1, 0.05, 0.025, 0.0125):
            values = run(cell, duration, dt, records())
            f = figures(values, dt, duration)
            rows[str(dt)] = {
                "spikes_ms": {k: [x - y for x, y in zip(f["spikes"][k], best["spikes"][k])]
                              if len(f["spikes"][k]) == len(best["spikes"][k]) else "another number of spikes"
                              for k in f["spikes"]},
                "v_rms_mv": [rms(x, y) for x, y in zip(f["v"], best["v"])]}
            print("  dt", dt, rounded(rows[str(dt)], 3), flush=True)
        entry = dict(about=p["about"], place=SOMA, start_ms=20, stop_ms=120, na=p["na"], duration_ms=duration,
                     judged_by_cvode=rounded(judge, 2), spikes_ms=rounded(best["spikes"], 9))
        if p["na"] < 0.1:
            entry["v_mv"] = [{"place": place, "at_0_1_2_ms": rounded(v, 8)} for place, v in zip(PLACES, best["v"])]
        if name == "step":
            entry["ca_um"] = [{"place": place, "at_0_1_2_ms": rounded([1000 * c for c in v], 8)}
                              for place, v in zip([CALCIUM, TERMINAL], best["ca"])]
        result[name] = entry
        errors[name] = rounded(rows, 3)
    write_json("branched-cell.json", dict(
        about="Branched cell with all channels: description, and what NEURON 8.2.2 converges to on this grid. How: README.md"
              " beside the scripts (src/test/python/cell).",
        cell=D, neuron_grid=rounded(grid(cell), 9), spike_level_mv=0, protocols=result,
        neuron_errors_secondorder_2=errors))


main()
