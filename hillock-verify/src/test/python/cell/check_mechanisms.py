"""Holds the mechanism texts against patches.json: reads them in the plainest way, solves each case by LSODA, and prints
how far it is from what NEURON converged to with mod/*.mod. Needs NumPy and SciPy, not NEURON.

  python3 check_mechanisms.py [mechanism ...]
"""
import json, math, pathlib, re, sys
import numpy as np
from scipy.integrate import solve_ivp

ROOT = pathlib.Path(__file__).resolve().parents[5]
TEXTS = ROOT / "hillock-core/src/main/resources/org/hillock/core/cell/mechanisms"
CASES = json.loads((ROOT / "hillock-verify/src/test/resources/org/hillock/verify/cell/patches.json").read_text())
# sizes in mV, ms, pA, nS, pF, um, amol (so mM)
UNITS = dict(mV=1.0, ms=1.0, um=1.0, mM=1.0, nM=1e-6, cm=1e4, s=1e3, mS=1e6, uA=1e6, uF=1e6)
FARADAY = 96.48533212331  # fC/amol
KNOWN = dict(exp=math.exp, pow=pow, max=max, min=min, where=lambda c, a, b: a if c else b,
             sigmoid=lambda x: 1 / (1 + math.exp(-x)), exprel=lambda x: math.expm1(x) / x if x else 1.0)


def code(text):
    text = re.sub(r"(?<![\w.])(\d+\.?\d*)\s+(" + "|".join(UNITS) + r")\b", r"(\1*UNIT_\2)", text.split("#")[0])
    return text.replace("^", "**").strip()


def quantity(text):
    return eval(code(re.sub(r">=? *0$", "", text.split("#")[0].strip()).strip().replace(" ", "*", 1))
                .replace("UNIT_", ""), {}, UNITS)


class Text:
    def __init__(self, name):
        self.par, self.defs, self.states, self.odes, self.currents, self.ions, self.kind = {}, [], {}, {}, [], [], None
        for line in (TEXTS / f"{name}.mechanism").read_text().splitlines():
            word, _, rest = line.split("#")[0].strip().partition(" ")
            if word in ("channel", "pool"):
                self.kind = word
                assert rest == name
            elif word == "parameter":
                key, value = rest.split("=", 1)
                self.par[key.strip()] = quantity(value)
            elif word == "state":
                key, value = rest.split("=", 1)
                self.states[key.strip()] = code(value)
            elif word == "ion":
                self.ions.append(rest.strip())
            elif word == "current":
                ion, value = rest.split("=", 1)
                self.currents.append((ion.strip(), code(value)))
            elif m := re.match(r"d(\w+)/dt = (.*)", line):
                self.odes[m[1]] = code(m[2])
            elif (m := re.match(r"(\w+) = (.*)", line)):
                self.defs.append((m[1], code(m[2])))
            elif word and word not in ("about", "doi") and not line.startswith((" ", "#")):
                raise ValueError(line)
        assert set(self.odes) == set(self.states)
        for ion, _ in self.currents:
            assert not ion or ion in self.ions

    def space(self, given, celsius, ions):
        space = {**UNITS, **{"UNIT_" + k: v for k, v in UNITS.items()}, **KNOWN, **self.par, "celsius": celsius,
                 "rt_over_f": 8314.46261815324 * (celsius + 273.15) / 96485.33212331, "faraday": FARADAY}
        factor = {"g": 0.01, "p": 10.0}
        space.update({k: v * factor.get(k, 1.0) for k, v in given.items()})
        for ion in self.ions:
            space.update({f"e_{ion}": ions[ion].get("e_mv"), f"{ion}_in": ions[ion]["in_mm"], f"{ion}_out": ions[ion]["out_mm"]})
        return space

    def compiled(self, space):
        """f(v, ca_in, i_ca, states) -> (ion currents, derivatives) and initial(v, ca_in)."""
        names = list(self.states)
        body = [f"  {n} = {e}" for n, e in self.defs]
        takes = ["v"] + (["ca_in"] if "ca" in self.ions and "ca_in" not in names else []) + names
        f = [f"def step({', '.join(takes)}, i_ca=0.0):"] + body
        f.append("  return [" + ", ".join(f"('{i}', {e})" for i, e in self.currents) + "], [" + ", ".join(self.odes[n] for n in names) + "]")
        f += [f"def begin({', '.join(takes[:len(takes) - len(names)])}):"] + body + ["  return [" + ", ".join(self.states[n] for n in names) + "]"]
        if self.kind == "pool":
            f[-1 - len(body):] = ["  return [" + ", ".join(self.states[n] for n in names) + "]"]
        exec("\n".join(f), space)
        return takes, names, space["step"], space["begin"]


def solve(case):
    celsius, area = CASES["celsius"], math.pi * 400
    parts = []
    for name, given in case["mechanisms"].items():
        text = Text(name)
        parts.append((text, *text.compiled(text.space(given, celsius, CASES["ions"]))))
    rest = CASES["ions"]["ca"]["in_mm"]
    start = [CASES["v_init"]]
    for text, takes, names, step, begin in parts:
        start += begin(*[start[0] if t == "v" else rest for t in takes[:len(takes) - len(names)]])

    def slope(t, y, injected):
        v, at, pool = y[0], 1, None
        for text, takes, names, step, begin in parts:
            if text.kind == "pool":
                pool = y[at]
            at += len(names)
        total, i_ca, out, at = -injected / area, 0.0, [0.0] * len(y), 1
        places = []
        for part in parts:
            text, takes, names, step, begin = part
            places.append(at)
            if text.kind == "channel":
                extra = [rest if pool is None else pool] if "ca_in" in takes else []
                currents, rates = step(v, *extra, *y[at:at + len(names)])
                for ion, i in currents:
                    total += i
                    i_ca += i if ion == "ca" else 0.0
                out[at:at + len(names)] = rates
            at += len(names)
        for part, at in zip(parts, places):
            if part[0].kind == "pool":
                out[at:at + 1] = part[3](v, y[at], i_ca=i_ca)[1]
        out[0] = -total / 0.01
        return out

    times = np.arange(len(case["v_mv"]), dtype=float)
    y, v, edges = start, [], [0.0]
    for s in CASES["steps"]:
        edges += [s["start_ms"], s["stop_ms"]]
    edges.append(times[-1])
    for a, b in zip(edges, edges[1:]):
        now = sum(1000 * s["na"] for s in CASES["steps"] if s["start_ms"] <= a < s["stop_ms"])
        at = times[(times >= a) & (times <= b)]
        r = solve_ivp(slope, (a, b), y, method="LSODA", rtol=1e-10, atol=1e-12, t_eval=at, args=(now,))
        y = r.y[:, -1]
        v += list(r.y[0][0 if not v else 1:])
    return np.array(v)


for case in CASES["cases"]:
    if len(sys.argv) == 1 or case["mechanism"] in sys.argv[1:]:
        v = solve(case)
        print(f"{case['mechanism']:12s} off by {np.max(np.abs(v - np.array(case['v_mv']))):.1e} mV")
listed = {n for n in (TEXTS / "index.txt").read_text().splitlines() if n and not n.startswith("#")}
missing = listed - {c["mechanism"] for c in CASES["cases"]}
print("without a case:", missing or "none")
