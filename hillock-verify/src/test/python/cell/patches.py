"""One segment with a leak and one mechanism (and what it needs): converged course -> patches.json. Tells which
mechanism is wrong where the branched cell is off."""
from common import *

CELSIUS = 30.0
IONS = {"na": {"in_mm": 15.0, "out_mm": 145.0, "e_mv": 55.0}, "k": {"in_mm": 140.0, "out_mm": 4.5, "e_mv": -88.0},
        "ca": {"in_mm": 1e-4, "out_mm": 2.0}}
CASES = {  # mechanism: parameters, with those a case needs beside it
    "leak": {},
    "na-hh": {"na-hh": {"g": 20}},
    "k-hh": {"k-hh": {"g": 5}},
    "na-mainen": {"na-mainen": {"g": 3}},
    "k-mainen": {"k-mainen": {"g": 20}},
    "na-traub": {"na-traub": {"g": 5}},
    "k-traub": {"k-traub": {"g": 3}},
    "k-a": {"k-a": {"g": 3}},
    "k-m": {"k-m": {"g": 0.5}},
    "ca-t": {"ca-t": {"p": 1e-4}},
    "ca-l": {"ca-l": {"p": 1e-4}},
    "h": {"h": {"g": 0.1}},
    "ca-shell": {"ca-l": {"p": 1e-4}, "ca-shell": {}},
    "k-ca": {"ca-l": {"p": 1e-4}, "ca-shell": {}, "k-ca": {"g": 1}},
}
STEPS = [(5, 20, 0.05), (35, 20, -0.02)]  # start, duration (ms), nA
DURATION = 70.0
TIMES = [float(t) for t in range(0, 71)]


def main():
    found = []
    for name, mechanisms in CASES.items():
        mechanisms = {"leak": {"g": 0.1, "e": -70}, **mechanisms}
        soma = dict(name="soma", kind="soma", parent=None, parent_position=None, nseg=1,
                    points=[[0, 0, 0, 20], [20, 0, 0, 20]], mechanisms=mechanisms)
        cell = Cell(dict(celsius=CELSIUS, v_init=-70.0, ra_ohm_cm=100.0, cm_uf_cm2=1.0, ions=IONS, sections=[soma]))
        for s in STEPS:
            cell.inject(["soma", 0.5], *s)
        records = [(["soma", 0.5], "v")] + ([(["soma", 0.5], "ca_in")] if "ca-shell" in mechanisms else [])
        coarse, fine = ([sampled(v, dt, TIMES) for v in run(cell, DURATION, dt, records)] for dt in (0.001, 0.0005))
        best = [extrapolated(a, b) for a, b in zip(coarse, fine)]
        other = [sampled(v, 0.01, TIMES) for v in run_variable(cell, DURATION, records, 0.01)]
        rough = [sampled(v, 0.025, TIMES) for v in run(cell, DURATION, 0.025, records)]
        print(name, "v from", min(best[0]), "to", max(best[0]), "CVODE differs by", max(abs(a - b) for a, b in zip(best[0], other[0])),
              "rms at 0.025 ms", rms(best[0], rough[0]), flush=True)
        entry = dict(mechanism=name, mechanisms=mechanisms, neuron_rms_mv_at_0_025_ms=rounded(rms(best[0], rough[0]), 3),
                     v_mv=rounded(best[0], 8))
        if len(best) > 1:
            entry["ca_um"] = rounded([1000 * c for c in best[1]], 8)
        found.append(entry)
        cell.sections.clear()
    write_json("patches.json", dict(
        about="One segment, 20 um by 20 um, with a leak and one mechanism: what NEURON 8.2.2 converges to at 0, 1, 2 … 70 ms.",
        celsius=CELSIUS, v_init=-70.0, cm_uf_cm2=1.0, ra_ohm_cm=100.0, ions=IONS,
        steps=[dict(start_ms=a, stop_ms=a + b, na=c) for a, b, c in STEPS], cases=found))


main()
