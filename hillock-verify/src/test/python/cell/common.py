"""Cells for NEURON from a description, and runs of them. Needs /usr/bin/python3 with NEURON 8.2 and what build.sh makes.

A description is what the JSON files hold: lengths in um, g in mS/cm2, p in cm/s, other parameters of a mechanism in
its text's units; a number, or one per segment.
"""
import json, math, os, pathlib
from neuron import h

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parents[1] / "resources/org/hillock/verify/cell"
h.nrn_load_dll(os.environ.get("HILLOCK_NRN", "/tmp/hillock-nrn") + "/x86_64/libnrnmech.so")
h.load_file("stdrun.hoc")
R, F = 8.31446261815324, 96485.33212331


def nernst(celsius, charge, inside, outside):
    """Reversal potential in mV."""
    return 1000 * R * (celsius + 273.15) / (charge * F) * math.log(outside / inside)


def nrn_name(mechanism):
    return {"h": "hcn"}.get(mechanism, mechanism.replace("-", "_"))


def nrn_parameter(mechanism, name):
    """NEURON's name and its unit in units of ours."""
    if name == "g":
        return "g", 1e-3  # mS/cm2 in S/cm2
    if mechanism == "ca-shell" and name == "ca_rest":
        return "rest", 1e-6  # nM in mM
    return name, 1.0


class Cell:
    def __init__(self, description):
        self.d = d = description
        h.celsius = d["celsius"]
        self.sections = {}
        for s in d["sections"]:
            sec = h.Section(name=s["name"])
            sec.pt3dclear()
            for x, y, z, diameter in s["points"]:
                sec.pt3dadd(x, y, z, diameter)
            sec.nseg = s["nseg"]
            sec.Ra = s.get("ra_ohm_cm", d["ra_ohm_cm"])
            sec.cm = s.get("cm_uf_cm2", d["cm_uf_cm2"])
            if s.get("parent") is not None:
                sec.connect(self.sections[s["parent"]](s["parent_position"]), 0)
            self.sections[s["name"]] = sec
        h.define_shape()
        for s in d["sections"]:
            self.equip(self.sections[s["name"]], s["mechanisms"])
        self.stimuli = []

    def equip(self, sec, mechanisms):
        for mechanism, parameters in mechanisms.items():
            sec.insert(nrn_name(mechanism))
            for name, value in parameters.items():
                theirs, factor = nrn_parameter(mechanism, name)
                for i, seg in enumerate(sec):
                    one = value[i] if isinstance(value, list) else value
                    setattr(getattr(seg, nrn_name(mechanism)), theirs, one * factor)
        ions = self.d["ions"]
        if h.ismembrane("na_ion", sec=sec):
            sec.ena = ions["na"]["e_mv"]
        if h.ismembrane("k_ion", sec=sec):
            sec.ek = ions["k"]["e_mv"]
        if h.ismembrane("ca_ion", sec=sec):
            # concentrations count, the reversal potential does not; the shell, where there is one, sets cai
            h.ion_style("ca_ion", 3, 0, 0, 0, 0, sec=sec)
            sec.cai, sec.cao = ions["ca"]["in_mm"], ions["ca"]["out_mm"]
            h.cai0_ca_ion = ions["ca"]["in_mm"]
            h.cao0_ca_ion = ions["ca"]["out_mm"]
            if not h.ismembrane("ca_shell", sec=sec):
                h.ion_style("ca_ion", 1, 0, 0, 0, 0, sec=sec)

    def at(self, place):
        name, x = place
        return self.sections[name](x)

    def inject(self, place, start, duration, na):
        clamp = h.IClamp(self.at(place))
        clamp.delay, clamp.dur, clamp.amp = start, duration, na
        self.stimuli.append(clamp)

    def clear(self):
        self.stimuli = []

    def record(self, place, what="v"):
        seg = self.at(place)
        return h.Vector().record(seg._ref_cai if what == "ca_in" else seg._ref_v)


def start(cell, dt, secondorder=2):
    h.cvode_active(0)
    h.secondorder = secondorder
    h.steps_per_ms = 1 / dt
    h.dt = dt
    h.finitialize(cell.d["v_init"])


def run(cell, duration, dt, records, secondorder=2):
    """Values of each (place, what) at 0, dt, 2 dt…"""
    vectors = [cell.record(*r) for r in records]
    start(cell, dt, secondorder)
    for _ in range(round(duration / dt)):
        h.fadvance()
    return [list(v) for v in vectors]


def run_variable(cell, duration, records, step, tolerance=1e-9):
    """The same by CVODE (variable order, its own error control): an independent integrator; values at 0, step, 2 step…"""
    vectors = []
    for place, what in records:
        seg = cell.at(place)
        vectors.append(h.Vector().record(seg._ref_cai if what == "ca_in" else seg._ref_v, step))
    h.secondorder = 0
    h.cvode_active(1)
    h.cvode.atol(tolerance)
    h.cvode.rtol(0)
    h.cvode.maxorder(5)
    h.finitialize(cell.d["v_init"])
    h.cvode.solve(duration)
    h.cvode_active(0)
    return [list(v) for v in vectors]


def crossings(values, dt, level=0.0):
    """Times at which the values pass the level upwards, on the straight line between two steps."""
    return [(i + (level - a) / (b - a)) * dt for i, (a, b) in enumerate(zip(values, values[1:])) if a < level <= b]


def crossings_cubic(values, dt, level=0.0):
    """The same on the cubic through four steps: for coarse samples of a smooth course."""
    times = []
    for i in range(1, len(values) - 2):
        if values[i] < level <= values[i + 1]:
            p = values[i - 1:i + 3]

            def at(x):
                return (-p[0] * x * (x - 1) * (x - 2) / 6 + p[1] * (x + 1) * (x - 1) * (x - 2) / 2
                        - p[2] * (x + 1) * x * (x - 2) / 2 + p[3] * (x + 1) * x * (x - 1) / 6)
            low, high = 0.0, 1.0
            for _ in range(60):
                middle = (low + high) / 2
                low, high = (middle, high) if at(middle) < level else (low, middle)
            times.append((i + low) * dt)
    return times


def sampled(values, dt, times):
    """Values at times that are multiples of dt."""
    return [values[round(t / dt)] for t in times]


def rms(a, b):
    return math.sqrt(sum((x - y) ** 2 for x, y in zip(a, b)) / len(a))


def extrapolated(coarse, fine):
    """What two runs of second order, the second at half the step, tend to."""
    return [(4 * f - c) / 3 for c, f in zip(coarse, fine)]


def rounded(x, digits):
    if isinstance(x, dict):
        return {k: rounded(v, digits) for k, v in x.items()}
    if isinstance(x, (list, tuple)):
        return [rounded(v, digits) for v in x]
    return float(f"{x:.{digits}g}") if isinstance(x, float) else x


def compact(x, indent=0):
    """JSON with lists of numbers in one line."""
    if isinstance(x, dict) and x:
        pad = "  " * (indent + 1)
        if len(json.dumps(x)) <= 100:
            return json.dumps(x)
        return "{\n" + ",\n".join(f"{pad}{json.dumps(k)}: {compact(v, indent + 1)}" for k, v in x.items()) + "\n" + "  " * indent + "}"
    if isinstance(x, list) and any(isinstance(v, (dict, list)) for v in x) and len(json.dumps(x)) > 100:
        pad = "  " * (indent + 1)
        return "[\n" + ",\n".join(pad + compact(v, indent + 1) for v in x) + "\n" + "  " * indent + "]"
    return json.dumps(x)


def write_json(name, x):
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / name).write_text(compact(x) + "\n")
    print("wrote", OUT / name, (OUT / name).stat().st_size, "bytes")


def write_csv(name, header, rows):
    OUT.mkdir(parents=True, exist_ok=True)
    with open(OUT / name, "w") as f:
        f.write(",".join(header) + "\n")
        for row in rows:
            f.write(",".join(x if isinstance(x, str) else f"{x:.9g}" for x in row) + "\n")
    print("wrote", OUT / name, (OUT / name).stat().st_size, "bytes")
