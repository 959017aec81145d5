"""Converged reference of the squid axon -> squid-axon.json, and how NEURON's errors shrink."""
from common import *

LENGTH = 100_000.0


def describe(diameter, celsius, nseg):
    mechanisms = {"na-hh": {"g": 120}, "k-hh": {"g": 36}, "leak": {"g": 0.3, "e": -54.387}}
    axon = dict(name="axon", kind="axon", parent=None, parent_position=None, nseg=nseg,
                points=[[0, 0, 0, diameter], [LENGTH, 0, 0, diameter]], mechanisms=mechanisms)
    return dict(name="squid-axon", celsius=celsius, v_init=-65.0, ra_ohm_cm=35.4, cm_uf_cm2=1.0,
                ions={"na": {"e_mv": 50.0}, "k": {"e_mv": -77.0}}, sections=[axon])


def place(nseg, part):
    """The middle of the segment in which a part of the length lies."""
    return ["axon", (int(part * nseg) + 0.5) / nseg]


STIMULUS = dict(start=0.5, duration=0.5, na=20_000.0)
PARTS = [0.2, 0.4, 0.6, 0.8]


def spikes(cell, nseg, dt, duration, step=None):
    values = run(cell, duration, dt, [(place(nseg, p), "v") for p in PARTS])
    return [crossings(v, dt) for v in values], values


def velocity(nseg, times):
    """From 40 to 80 % of the length, in m/s."""
    return (place(nseg, 0.8)[1] - place(nseg, 0.4)[1]) * LENGTH / (times[3][0] - times[1][0]) / 1000


def case(name, diameter, celsius, nseg, duration, about):
    d = describe(diameter, celsius, nseg)
    cell = Cell(d)
    cell.inject(["axon", 0.5 / nseg], STIMULUS["start"], STIMULUS["duration"], STIMULUS["na"])
    coarse, coarse_values = spikes(cell, nseg, 0.001, duration)
    fine, values = spikes(cell, nseg, 0.0005, duration)
    best = [extrapolated(a, b) for a, b in zip(coarse, fine)]
    variable = [crossings(v, 0.001) for v in run_variable(cell, duration, [(place(nseg, p), "v") for p in PARTS], 0.001)]
    judge = max(abs(x[0] - y[0]) for x, y in zip(best, variable))
    first = int(best[1][0] - 1)
    times = [first + 0.05 * i for i in range(141)]
    trace = extrapolated(sampled(coarse_values[1], 0.001, times), sampled(values[1], 0.0005, times))
    speed = velocity(nseg, best)
    errors = {}
    for dt in (0.1, 0.05, 0.025, 0.0125):
        s, v = spikes(cell, nseg, dt, duration)
        errors[str(dt)] = {"spikes_ms": [a[0] - b[0] for a, b in zip(s, best)], "velocity_part": velocity(nseg, s) / speed - 1,
                           "trace_rms_mv": rms(sampled(v[1], dt, times[::2]), trace[::2])}
    cell.sections.clear()
    print(name, best, speed, "CVODE differs by", judge)
    for dt, e in errors.items():
        print("  dt", dt, rounded(e, 3))
    by_nseg = {}
    for n in (51, 101, 201, 401, 801):
        c = Cell(describe(diameter, celsius, n))
        c.inject(["axon", 0.5 / n], STIMULUS["start"], STIMULUS["duration"], STIMULUS["na"])
        a, _ = spikes(c, n, 0.002, duration)
        b, _ = spikes(c, n, 0.001, duration)
        by_nseg[str(n)] = velocity(n, [extrapolated(x, y) for x, y in zip(a, b)])
        c.sections.clear()
    limit = (4 * by_nseg["801"] - by_nseg["401"]) / 3
    print("  velocity by nseg", by_nseg, "->", limit, flush=True)
    return dict(about=about, cell=d, stimulus=dict(place=["axon", 0.5 / nseg], **STIMULUS), duration_ms=duration,
                spike_level_mv=0, places=[place(nseg, p) for p in PARTS], spikes_ms=[rounded(b, 9) for b in best],
                cvode_differs_ms=rounded(judge, 2), velocity_m_s=rounded(speed, 7),
                velocity_by_nseg_m_s=rounded(by_nseg, 7), velocity_converged_in_space_m_s=rounded(limit, 7),
                trace=dict(place=place(nseg, 0.4), first_ms=first, step_ms=0.05, v_mv=rounded(trace, 8)),
                neuron_errors_secondorder_2=rounded(errors, 3))


write_json("squid-axon.json", dict(
    about="Squid axon: what NEURON 8.2.2 converges to in time on the stated grid, and its conduction velocity converged in"
          " space, too. How: README.md beside the scripts (src/test/python/cell).",
    published=dict(doi="10.1113/jphysiol.1952.sp004764", celsius=18.5, calculated_m_s=18.74, measured_m_s=21.2,
                   note="diameter 476 um, 35.4 ohm*cm"),
    cold=case("cold", 500.0, 6.3, 201, 20.0, "500 um at 6.3 degrees"),
    warm=case("warm", 476.0, 18.5, 201, 12.0, "the axon of the paper's propagated action potential, at 18.5 degrees")))
