"""Rallpacks 1 to 3 (Bhalla, Bilitch and Bower 1992, doi 10.1016/0166-2236(92)90009-W): closed solutions of 1 and 2,
NEURON converged in time for 3, and NEURON's own errors -> rallpack.json, rallpack1.csv, rallpack2.csv, rallpack3.csv."""
from common import *
from rallpack_theory import CM, EM, INJECTED, RA, RM, cable

PASSIVE = {"leak": {"g": 1000 / (RM * 1e4), "e": EM}}  # 0.025 mS/cm2
HH = {"na-hh": {"g": 120}, "k-hh": {"g": 36}, **PASSIVE}
STEPS_MS = (0.2, 0.1, 0.05, 0.025, 0.0125)


def one(nseg, mechanisms, length=1000.0, diameter=1.0):
    s = dict(name="axon", kind="axon", parent=None, parent_position=None, nseg=nseg,
             points=[[0, 0, 0, diameter], [length, 0, 0, diameter]], mechanisms=mechanisms)
    return dict(name="cable", celsius=6.3, v_init=EM, ra_ohm_cm=RA * 100, cm_uf_cm2=CM * 100,
                ions={"na": {"e_mv": 50.0}, "k": {"e_mv": -77.0}}, sections=[s])


def tree(depth=10):
    """1,023 branches of one segment each: length and diameter by the 3/2 law, 0.008 length constants each."""
    sections = []
    for level in range(depth):
        length, diameter = 32 / 2 ** (level / 3), 16 / 2 ** (2 * level / 3)
        for i in range(2 ** level):
            sections.append(dict(
                name=f"dend[{2 ** level - 1 + i}]", kind="dend", nseg=1, parent_position=None if level == 0 else 1,
                parent=None if level == 0 else f"dend[{(2 ** level + i) // 2 - 1}]",
                points=[[0, 0, 0, diameter], [length, 0, 0, diameter]], mechanisms=PASSIVE))
    return {**one(1, PASSIVE), "sections": sections}


def normalised(a, b):
    """The measure of the paper's programs: root mean square of the difference over the range of both."""
    return rms(a, b) / (max(max(a), max(b)) - min(min(a), min(b)))


def passive(name, description, root, places, at, length, diameter):
    cell = Cell(description)
    cell.inject(root, 0, 1e9, INJECTED)
    times = [float(t) for t in range(0, 251)]
    exact = [[cable(x, t, length, diameter) for t in times] for x in at]
    ends = [[cable(x, t, length, diameter) for t in times] for x in (0.0, length)]
    fine = [0.2 * i for i in range(1251)]
    exact_fine = [[cable(x, t, length, diameter) for t in fine] for x in at]
    ends_fine = [[cable(x, t, length, diameter) for t in fine] for x in (0.0, length)]
    errors = {}
    for dt in STEPS_MS:
        values = [sampled(v, dt, fine) for v in run(cell, 250.0, dt, [(p, "v") for p in places])]
        errors[str(dt)] = dict(percent_at_places=[100 * normalised(a, b) for a, b in zip(values, exact_fine)],
                               percent_of_ends=[100 * normalised(a, b) for a, b in zip(values, ends_fine)],
                               last_ms_mv=[v[-1] - e[-1] for v, e in zip(values, exact_fine)])
        print(name, dt, rounded(errors[str(dt)], 3), flush=True)
    cell.sections.clear()
    write_csv(name + ".csv", ["t_ms", "v_first_mv", "v_last_mv", "v_end_0_mv", "v_end_1_mv"],
              [[t, exact[0][i], exact[1][i], ends[0][i], ends[1][i]] for i, t in enumerate(times)])
    return dict(injected_at=root, places=places, um_from_injected_end=at, neuron_errors_secondorder_2=rounded(errors, 3))


def three():
    nseg, duration = 1000, 250.0
    cell = Cell(one(nseg, HH))
    cell.inject(["axon", 0.0], 0, 1e9, INJECTED)
    places = [["axon", 0.0005], ["axon", 0.9995]]
    records = [(p, "v") for p in places]
    times = [0.1 * i for i in range(2501)]
    runs = {}
    for dt in (0.001, 0.0005):
        values = run(cell, duration, dt, records)
        runs[dt] = [sampled(v, dt, times) for v in values], [crossings(v, dt) for v in values]
        del values
    spikes = [extrapolated(a, b) for a, b in zip(runs[0.001][1], runs[0.0005][1])]
    course = [extrapolated(a, b) for a, b in zip(runs[0.001][0], runs[0.0005][0])]
    print("rallpack3 spikes", [len(s) for s in spikes], spikes[0][:2], spikes[1][-1], "0.0005 ms against extrapolated:",
          [rms(a, b) for a, b in zip(course, runs[0.0005][0])], flush=True)
    errors = {}
    for dt in STEPS_MS[1:]:
        values = run(cell, duration, dt, records)
        own = [crossings(v, dt) for v in values]
        values = [sampled(v, dt, times) for v in values]
        errors[str(dt)] = dict(
            percent=[100 * normalised(a, b) for a, b in zip(values, course)],
            first_spike_ms=[a[0] - b[0] for a, b in zip(own, spikes)],
            last_spike_ms=[a[-1] - b[-1] if len(a) == len(b) else "another number" for a, b in zip(own, spikes)])
        print("rallpack3", dt, rounded(errors[str(dt)], 3), flush=True)
    write_csv("rallpack3.csv", ["t_ms", "v_first_mv", "v_last_mv"],
              [[f"{t:.1f}", f"{course[0][i]:.5f}", f"{course[1][i]:.5f}"] for i, t in enumerate(times)])
    return dict(injected_at=["axon", 0.0], places=places, nseg=nseg, spike_level_mv=0,
                spikes_ms=rounded(spikes, 9), neuron_errors_secondorder_2=rounded(errors, 3))


terminal = "dend[1022]"
last = 16 * 20  # um: the equal cylinder is 320 um long and 16 um thick
result = dict(
    about="Rallpacks 1 to 3 (doi 10.1016/0166-2236(92)90009-W). How: README.md beside the scripts (src/test/python/cell).",
    ra_ohm_cm=RA * 100, leak_ms_cm2=PASSIVE["leak"]["g"], leak_mv=EM, cm_uf_cm2=CM * 100, v_init=EM, injected_na=INJECTED,
    duration_ms=250,
    published_neuron_2_43_percent={
        "rallpack1": {"0.01": 0.02, "0.05": 0.03, "0.1": 0.05, "0.2": 0.07, "1": 0.30},
        "rallpack2": {"0.01": 0.017, "0.05": 0.027, "0.1": 0.039, "0.2": 0.063, "1": 0.261},
        "rallpack3": {"0.005": 1.1, "0.01": 1.4, "0.02": 1.66, "0.05": 3.5, "0.1": 6.33}},
    rallpack1=dict(about="cable of 1 mm by 1 um, 1,000 segments", **passive(
        "rallpack1", one(1000, PASSIVE), ["axon", 0.0], [["axon", 0.0005], ["axon", 0.9995]], [0.5, 999.5], 1000.0, 1.0)),
    rallpack2=dict(about="tree of 1,023 branches, one segment each: level k has 2^k of 32/2^(k/3) um by 16/2^(2k/3) um;"
                         " dend[i] hangs on the far end of dend[(i - 1)/2]", **passive(
        "rallpack2", tree(), ["dend[0]", 0.0], [["dend[0]", 0.5], [terminal, 0.5]], [16.0, last - 16.0], 320.0, 16.0)),
    rallpack3=dict(about="cable of rallpack 1 with 120 mS/cm2 na-hh and 36 mS/cm2 k-hh at 6.3 degrees, e_na 50, e_k -77 mV",
                   **three()))
write_json("rallpack.json", result)
