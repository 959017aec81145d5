"""Holds the neuron texts against the reference tables: reads them in the plainest way, solves them by RK4 in a
tenth of the step, looks at the threshold once a step, and prints how far states and spikes are off.

  python3 check_texts.py [case ...]
"""
import csv, math, pathlib, re, sys

ROOT = pathlib.Path(__file__).resolve().parents[4]
TEXTS = ROOT / "hillock-core/src/main/resources/org/hillock/core/network/neurons"
TABLES = ROOT / "hillock-spiking/src/test/resources/org/hillock/spiking/reference"
UNITS = dict(mV=1.0, ms=1.0, pA=1.0, nS=1.0, pF=1.0, um=1.0, mM=1.0, Hz=1e-3, s=1e3, uF=1e6, mS=1e6, cm=1e4)
KNOWN = dict(exp=math.exp, log=math.log, sqrt=math.sqrt, tanh=math.tanh, sin=math.sin, cos=math.cos,
             sigmoid=lambda x: 1 / (1 + math.exp(-x)), exprel=lambda x: math.expm1(x) / x if x else 1.0, pow=pow,
             abs=abs, floor=math.floor, min=min, max=max, clip=lambda x, a, b: min(max(x, a), b),
             where=lambda c, a, b: a if c else b, **UNITS)


def quantity(text):
    m = re.match(r"\s*(\S+)\s*(.*)$", text)
    return float(m[1]) * (eval(m[2].replace("^", "**"), {}, UNITS) if m[2].strip() else 1.0)


def code(text):
    text = re.sub(r"(?<![\w.])(\d+\.?\d*)\s+(" + "|".join(UNITS) + r")\b", r"(\1*\2)", text)
    return text.replace("^", "**").strip()


class Text:
    def __init__(self, name):
        self.par, self.states, self.defs, self.odes, self.on, self.alias = {}, {}, [], {}, {}, {}
        self.inputs, self.spike, self.reset, self.ref, self.held, self.crosses = [], None, [], None, [], False
        lines = []
        for line in (TEXTS / f"{name}.neuron").read_text().splitlines():
            line = line.split("#")[0].rstrip()
            if line[:1].isspace() and lines:
                lines[-1] += " " + line.strip()
            elif line:
                lines.append(line)
        for line in lines:
            self.line(line)

    def line(self, line):
        word, _, rest = line.partition(" ")
        if word in ("neuron", "about", "doi", "method", "bias", "output"):
            return
        if word == "parameter":
            name, value = rest.split("=", 1)
            self.par[name.strip()] = quantity(re.sub(r">=? *0$", "", value.strip()))
        elif word == "input":
            self.inputs.append(rest.split()[0])
        elif word == "state":
            name, value = rest.split("=", 1)
            self.states[name.strip()] = code(value)
        elif word == "on":
            name, changes = rest.split(":", 1)
            self.on[name.split()[0]] = [code(c) for c in changes.split(";")]
        elif word == "receptor":
            name, what = rest.split("=")
            self.alias[name.strip()] = what.strip()
        elif word == "coupling":
            self.inputs.append(rest.split(":")[1].split("=")[0].strip())
        elif word == "spike":
            self.spike = code(rest.removeprefix("when "))
            if " crosses " in self.spike:
                self.crosses, self.spike = True, self.spike.replace(" crosses ", " >= ")
        elif line.startswith("reset:"):
            self.reset = [code(c) for c in line[6:].split(";")]
        elif word == "refractory":
            time, _, held = rest.partition(" holding ")
            self.ref, self.held = code(time), [h.strip() for h in held.split(",") if h.strip()]
        elif m := re.match(r"d(\w+)/dt = (.*)", line):
            self.odes[m[1]] = code(m[2])
        elif m := re.match(r"(\w+) = (.*)", line):
            self.defs.append((m[1], code(m[2])))
        else:
            raise ValueError(line)

    def compiled(self):
        """slope(v: dict) -> tuple of derivatives, as one function."""
        names = list(self.states)
        body = [f"def derivatives_({', '.join(names)}):"] + [f"  {n} = {e}" for n, e in self.defs]
        body.append("  return (" + ", ".join(self.odes[n] for n in names) + ",)")
        return "\n".join(body)

    def run(self, params, bias, arrivals, duration, dt, at, fine=10):
        space = {**KNOWN, **self.par, **params, "bias": bias, "dt": dt, **{i: 0.0 for i in self.inputs}}
        exec(self.compiled(), space)
        slope, names = space["derivatives_"], list(self.states)
        y = [float(eval(e, space)) for e in self.states.values()]
        wait = round(eval(self.ref, space) / dt) if self.ref else 0
        condition = compile(self.spike, "spike", "eval") if self.spike else None
        constants = {}
        for n, e in self.defs:  # those of parameters, for receptors
            try:
                constants[n] = eval(e, {**space, **constants})
            except (NameError, TypeError):
                pass

        def change(y, changes, w=None, frozen=False):
            here = {**space, **constants, **dict(zip(names, y)), "w": w}
            y = list(y)
            for c in changes:
                m = re.match(r"(\w+) (\+|-)?= (.*)", c)
                if frozen and m[1] in self.held:
                    continue
                value = eval(m[3], here)
                here[m[1]] = {None: value, "+": here[m[1]] + value, "-": here[m[1]] - value}[m[2]]
                y[names.index(m[1])] = here[m[1]]
            return y

        def port(name, w):
            if name in self.on:
                return self.on[name], w
            to = self.alias[name]
            if to.startswith("-"):
                return self.on[to[1:]], -w
            one, _, other = to.partition(", ")
            return (self.on[one], w) if w >= 0 or not other else (self.on[other], -w)

        coming, wanted = {}, {round(t / dt): t for t in at}
        for name, t, w in arrivals:
            coming.setdefault(round(t / dt), []).append((name, w))
        spikes, seen, free, h = [], {}, 0, dt / fine
        for n in range(round(duration / dt)):
            frozen = n < free
            for name, w in coming.get(n, ()):
                changes, w = port(name, w)
                y = change(y, changes, w, frozen)
            move = [not (frozen and s in self.held) for s in names]
            start = y
            for _ in range(fine):
                k1 = slope(*y)
                k2 = slope(*(a + h / 2 * k for a, k in zip(y, k1))) if all(move) else None
                if k2 is None:
                    still = lambda k: [a if m else 0.0 for a, m in zip(k, move)]
                    k1 = still(k1)
                    k2 = still(slope(*(a + h / 2 * k for a, k in zip(y, k1))))
                    k3 = still(slope(*(a + h / 2 * k for a, k in zip(y, k2))))
                    k4 = still(slope(*(a + h * k for a, k in zip(y, k3))))
                else:
                    k3 = slope(*(a + h / 2 * k for a, k in zip(y, k2)))
                    k4 = slope(*(a + h * k for a, k in zip(y, k3)))
                y = [a + h / 6 * (b + 2 * c + 2 * d + e) for a, b, c, d, e in zip(y, k1, k2, k3, k4)]
            if condition and not frozen and eval(condition, {**space, **dict(zip(names, y))}):
                if not (self.crosses and eval(condition, {**space, **dict(zip(names, start))})):
                    spikes.append(n + 1)
                    y = change(y, self.reset)
                    free = n + 1 + wait
            if n + 1 in wanted:
                seen[wanted[n + 1]] = dict(zip(names, y))
        return spikes, seen


def table(name):
    with open(TABLES / name) as f:
        return list(csv.DictReader(f))


def main(only):
    states, spikes = table("states.csv"), table("spikes.csv")
    for c in table("cases.csv"):
        if only and c["case"] not in only:
            continue
        values = [s for s in states if s["case"] == c["case"]]
        dt, sure = float(c["dt_ms"]), float(c["grid_until_ms"])
        params = {k: quantity(v) for k, v in (p.split("=", 1) for p in c["params"].split("; ") if p)}
        arrivals = [(a.split()[0], float(a.split()[1]), float(a.split()[2])) for a in c["arrivals"].split("; ") if a]
        found, seen = Text(c["neuron"]).run(params, quantity(c["bias"]), arrivals, min(sure, float(c["duration_ms"])), dt,
                                            sorted({float(s["t_ms"]) for s in values}))
        off = max(abs(seen[float(s["t_ms"])][s["variable"]] - float(s["value"])) for s in values)
        grid = [round(float(s["t_ms"]) / dt) for s in spikes if s["case"] == c["case"] and s["rule"] == "grid"]
        same = len(grid) == len(found) and all(a == b for a, b in zip(grid, found))
        late = max((abs(a - b) for a, b in zip(grid, found)), default=0)
        print(f"{c['case']:36s} states off by {off:.1e}; {len(found)} of {len(grid)} spikes"
              + ("" if same else f", off by up to {late} steps"), flush=True)


main(sys.argv[1:])
