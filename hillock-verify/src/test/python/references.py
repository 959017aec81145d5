"""Writes the reference values that tests compare the engines with. See README.md; takes some minutes.

  python3 references.py [folder]
"""
import csv, math, pathlib, re, sys
import mpmath as mp
import numpy as np
from flow import OTHER, ROUGH, Run
from models import MODELS, RECEPTORS, hh_rates, logistic, norm, peak_time, traub_rates
from scipy.integrate import solve_ivp
from scipy.optimize import brentq

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[3]
OUT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else (
    ROOT / "hillock-spiking/src/test/resources/org/hillock/spiking/reference")
TEXTS = ROOT / "hillock-core/src/main/resources/org/hillock/core/network/neurons"
UNIT = {"v": "mV", "u": "mV/ms"}
cases, spikes, states, curves, figures = [], [], [], [], []


def units_of(name):
    """Unit of each parameter as the text has it; asserts that the text's values are those used here."""
    found = {}
    for line in (TEXTS / f"{name}.neuron").read_text().splitlines():
        m = re.match(r"parameter (\w+) = (\S+) ?([^#>]*)", line)
        if m:
            found[m[1]] = (float(m[2]), m[3].strip())
    if name in MODELS:
        ours = MODELS[name].defaults
        assert set(ours) == set(found), (name, set(ours) ^ set(found))
        for k, (value, unit) in found.items():
            assert value == ours[k], (name, k, value, ours[k])
    return {k: u for k, (_, u) in found.items()}


def number(x):
    """The shortest text that reads as the same number."""
    return repr(float(x)).removesuffix(".0")


def written(name, params):
    units = units_of(name)
    return "; ".join(f"{k}={number(v)} {units[k]}".strip() for k, v in (params or {}).items())


def bias_unit(name):
    text = (TEXTS / f"{name}.neuron").read_text()
    m = re.search(r"^bias in (\S+)", text, re.M)
    return m[1] if m else ""


def state_unit(name):
    if name == "v":
        return "mV"
    if name.startswith("g_") or name.endswith(("_slow", "_fast")):
        return "nS"
    if name.startswith(("i_", "x_", "w_")):
        return "pA"
    return {"u": "mV/ms", "g": "mV"}.get(name, "")


def case(name, model, params=None, bias=0.0, arrivals=(), duration=100.0, at=(), record=None, dt=0.1, located=True):
    """Spike times by both rules and states on the grid, with how much two solvers differ."""
    m = MODELS[model]
    one, two = (Run(m, params, bias, arrivals, **s) for s in ({}, {"solver": OTHER}))
    grid, seen = one.grid(duration, dt, at)
    grid2, seen2 = two.grid(duration, dt, at)
    off = max([abs(seen[t] - seen2[t]).max() for t in at] or [0.0])
    where, off_time = [], 0.0
    if located and m.cond:
        where = one.located(duration)
        other = two.located(duration)
        assert len(other) == len(where), name
        off_time = max([abs(a - b) for a, b in zip(where, other)] or [0.0])
    rough, _ = Run(m, params, bias, arrivals, ROUGH).grid(duration, dt, at)
    sure = duration  # up to when all put every spike into the same step
    for a, b, c in zip(grid + [duration], grid2 + [duration], rough + [duration]):
        if not round(a / dt) == round(b / dt) == round(c / dt):
            sure = min(a, b, c) - dt
            break
    if sure < duration:
        print(f"  {name}: a spike at {sure + dt:g} ms lies too near a step's end to tell its step")
        assert all(t <= sure for t in at), name
    grid = [t for t in grid if t <= sure + 1e-9]
    cases.append([name, model, written(model, params), f"{number(bias)} {bias_unit(model)}".strip(),
                  "; ".join(f"{p} {t:g} {number(w)}" for t, p, w in arrivals), f"{duration:g}", f"{dt:g}", f"{sure:.6g}",
                  f"{off:.1e}", f"{off_time:.1e}"])
    for t in grid:
        spikes.append([name, "grid", f"{t:.10g}"])
    for t in where:
        spikes.append([name, "located", f"{t:.12g}"])
    for t in at:
        for s in record or m.states:
            states.append([name, f"{t:g}", s, f"{seen[t][m.states.index(s)]:.14g}", state_unit(s)])
    print(f"{name:28s} {len(grid):4d} spikes, solvers differ by {off:.1e} and {off_time:.1e} ms")
    return grid, where, seen


def figure(name, value, unit, error, how):
    figures.append([name, f"{value:.15g}", unit, error, how])
    print(f"  {name} = {value:.10g} {unit}")


def curve(model, params, bias, rate, how):
    curves.append([model, written(model, params), f"{bias:g} {bias_unit(model)}".strip(), f"{rate:.12g}", how])


def lif_cases():
    three = [(10, "signed", 5.0), (12, "signed", -3.0), (23, "signed", 7.0), (40, "excitatory", 4), (60, "inhibitory", 9)]
    case("if", "if", bias=0.0731, arrivals=[(5, "signed", .6), (8.2, "signed", -.3), (20, "excitatory", .9)],
         duration=100, at=(1, 7, 30, 99))
    case("lif-delta", "lif-delta", bias=1.5, arrivals=three, duration=200, at=(5, 11, 22.5, 50, 150))
    case("lif-delta-quiet", "lif-delta", {"v_init": 12}, bias=0.3, arrivals=three[:2], duration=60, at=(5, 11, 30, 60))
    mixed = [(5, "excitatory", 900.), (9, "inhibitory", 500.), (9, "excitatory", 300.), (25, "excitatory", 3000.)]
    case("lif-exp", "lif-exp", {"tau_exc": 2, "tau_inh": 5}, 420.0, mixed, 120, (4, 6, 10, 20, 26, 80))
    case("lif-exp-psp", "lif-exp", {"v_th": 100}, 0.0, [(1, "excitatory", 87.8)], 40, (1.5, 2, 3, 5, 10, 20, 40))
    case("lif-shiu", "lif-shiu", None, 0.0, [(2, "direct", 5.), (3, "signed", 20.), (5, "excitatory", 15.),
         (6.4, "signed", 30.), (9, "inhibitory", 12.), (20, "direct", 68.75), (21, "signed", 40.), (24, "signed", 40.)],
         60, (2.5, 4, 7, 10, 19, 23, 26, 60))
    alpha = [(5, "excitatory", 900.), (9, "inhibitory", 500.), (9, "excitatory", 300.), (25, "excitatory", 3000.)]
    case("lif-alpha", "lif-alpha", {"tau_inh": 5}, 300.0, alpha, 120, (4, 6, 10, 20, 26, 80))
    case("lif-alpha-psp", "lif-alpha", {"v_th": 100}, 0.0, [(1, "excitatory", 100.)], 40, (1.5, 2, 3, 5, 10, 20, 40))
    cond = [(5, "excitatory", 6.), (6, "excitatory", 12.), (9, "inhibitory", 67.), (30, "excitatory", 30.)]
    case("lif-cond", "lif-cond", None, 80.0, cond, 150, (4, 7, 10, 20, 29, 33, 100))
    case("exp-if", "exp-if", None, 200.0, [(5, "excitatory", 200.), (20, "inhibitory", 300.)], 200, (4, 8, 21, 40))
    # closed forms
    for bias in (1.05, 1.2, 1.5, 2, 3, 5):
        t = 2 + 20 * math.log(bias * 20 / (bias * 20 - 20))
        curve("lif-delta", {}, bias, 1000 / t, "closed form")
    for bias in (380, 400, 450, 500, 750, 1000):
        up = bias * 10 / 250
        curve("lif-exp", {}, bias, 1000 / (2 + 10 * math.log(up / (up - 15))), "closed form")
        curve("lif-alpha", {}, bias, 1000 / (2 + 10 * math.log(up / (up - 15))), "closed form")
    for bias in (101, 110, 150, 200, 400):
        curve("lif-cond", {}, bias, 1000 / (5 + 20 * math.log(bias / 10 / (bias / 10 - 10))), "closed form")
    for bias in (0.36, 0.4, 0.5, 1, 2):
        curve("lif-shiu", {}, bias, 1000 / (2.2 + 20 * math.log(bias * 20 / (bias * 20 - 7))), "closed form")
    for bias in (0.1, 0.25, 0.5):
        curve("if", {}, bias, 1000 * bias, "closed form")
    tau_s, tau_m, c, w = 0.5, 10.0, 250.0, 87.8
    tp = math.log(tau_m / tau_s) * tau_m * tau_s / (tau_m - tau_s)
    figure("lif-exp.psp-peak", w / c * tau_m * tau_s / (tau_m - tau_s) * (math.exp(-tp / tau_m) - math.exp(-tp / tau_s)),
           "mV", "1e-15", "closed form, weight 87.8 pA, above rest")
    figure("lif-exp.psp-peak-time", tp, "ms", "1e-15", "closed form, after the arrival")
    p = MODELS["exp-if"].defaults
    mp.mp.dps = 30
    for bias in (50, 100, 200, 400, 800):
        f = lambda v: 200 / (20 * (-65 - v) + 20 * mp.mpf("3.48") * mp.exp((v + mp.mpf("59.9")) / mp.mpf("3.48")) + bias)
        t = mp.mpf("1.7") + mp.quad(f, [-68, -65, -62, -60, -58, -55, -50, -40, -30])
        curve("exp-if", {}, bias, float(1000 / t), "mpmath quadrature of dt/dv")
    figure("exp-if.rheobase", 20 * (p["v_t"] - p["e_l"] - p["delta_t"]), "pA", "1e-14", "closed form: slope 0 at v_t")


def adex_cases():
    for bias in (500, 700, 1000):
        case(f"adex-{bias}", "adex", None, float(bias), (), 500, (1, 5, 10), ["v", "w_ad"])
    case("adex-conductances", "adex", None, 0.0,
         [(5, "excitatory", 30.), (8, "excitatory", 60.), (12, "inhibitory", 40.), (30, "excitatory", 400.)], 120,
         (6, 9, 14, 29, 60, 120))
    p = MODELS["adex"].defaults  # slow ramp: rest loses stability at a saddle node (a small: a/g_l < tau_m/tau_w)
    assert p["a"] / p["g_l"] > (p["c_m"] / p["g_l"]) / p["tau_w"]
    # a/g_l > tau_m/tau_w: the resting state is lost by a Hopf bifurcation, before the saddle node
    slope = p["g_l"] * (math.exp(0) - 1)
    g, tm = p["g_l"], p["c_m"] / p["g_l"]
    v = p["v_t"] + p["delta_t"] * math.log(1 + tm / p["tau_w"])
    i = g * (v - p["e_l"]) - g * p["delta_t"] * math.exp((v - p["v_t"]) / p["delta_t"]) + p["a"] * (v - p["e_l"])
    figure("adex.rheobase-slow", i, "pA", "1e-13", "closed form: Hopf bifurcation of the resting state")
    for bias in (700, 800, 1000, 1500):
        t = Run(MODELS["adex"], None, float(bias)).located(6000, 60)
        curve("adex", {}, bias, 1000 / (t[-1] - t[-2]), "located spikes, adapted (last of 60 intervals or 6 s)")


PATTERNS = dict(
    regular=dict(a=.02, b=.2, c=-65, d=8), intrinsically_bursting=dict(a=.02, b=.2, c=-55, d=4),
    chattering=dict(a=.02, b=.2, c=-50, d=2), fast=dict(a=.1, b=.2, c=-65, d=2),
    low_threshold=dict(a=.02, b=.25, c=-65, d=2), thalamo_cortical=dict(a=.02, b=.25, c=-65, d=.05),
    resonator=dict(a=.1, b=.26, c=-65, d=2))


def izhikevich_cases():
    m = MODELS["izhikevich"]
    for name, p in PATTERNS.items():
        rest = -65 if name not in ("thalamo_cortical",) else -63
        bias = {"thalamo_cortical": 1.5, "resonator": 0.3}.get(name, 10.0)
        params = {**p, "v_init": rest}
        grid, where, _ = case(f"izhikevich-{name}", "izhikevich", params, bias, (), 500, (1, 2), None, 0.1)
        gaps = np.diff(where)
        if len(gaps) > 1:
            figure(f"izhikevich.{name}.first-interval", gaps[0], "ms", "1e-6", "located")
            figure(f"izhikevich.{name}.last-interval", gaps[-1], "ms", "1e-6", "located")
        if name in ("intrinsically_bursting", "chattering"):  # a burst: spikes less than 8 ms apart
            bursts = np.split(np.array(where), np.nonzero(gaps > 8)[0] + 1)
            figure(f"izhikevich.{name}.bursts", len(bursts), "", "0", "groups of spikes less than 8 ms apart, in 500 ms")
            figure(f"izhikevich.{name}.first-burst", len(bursts[0]), "", "0", "spikes in the first group")
        figure(f"izhikevich.{name}.spikes", len(where), "", "0", "located, in 500 ms")
    # rebound: thalamo-cortical cell started hyperpolarised at -90 mV, then left alone
    p = {**PATTERNS["thalamo_cortical"], "v_init": -87}
    case("izhikevich-rebound", "izhikevich", p, 0.0, (), 200, (1, 2))
    for bias in (4, 5, 7, 10, 15, 20):
        t = Run(m, None, float(bias)).located(4000, 30)
        curve("izhikevich", {}, bias, 1000 / (t[-1] - t[-2]), "located spikes, adapted (30th interval)")


def steady(model, rates, v):
    r = rates(v, MODELS[model].defaults)
    return [r[0] / (r[0] + r[1]), r[2] / (r[2] + r[3]), r[4] / (r[4] + r[5])]


def at_rest(model, rates, low, high):
    m = MODELS[model]
    f = lambda v: m.rhs(0, [v] + steady(model, rates, v) + [0, 0], m.defaults, 0.0)[0]
    v = brentq(f, low, high, xtol=1e-13, rtol=1e-14)
    figure(f"{model}.rest", v, "mV", "1e-12", "root of dv/dt with steady gates")
    return {"v_init": v, **dict(zip(("m_init", "h_init", "n_init"), steady(model, rates, v)))}


def hh_cases():
    rest = at_rest("hodgkin-huxley", hh_rates, -70, -60)
    gates = steady("hodgkin-huxley", hh_rates, -65)
    assert gates == [MODELS["hodgkin-huxley"].defaults[k] for k in ("m_init", "h_init", "n_init")], gates
    case("hodgkin-huxley", "hodgkin-huxley", None, 100.0, (), 100, (0.5, 1, 1.5, 2, 2.5, 3, 5, 10, 15), None, 0.01, True)
    case("hodgkin-huxley-warm", "hodgkin-huxley", {"celsius": 18.5}, 200.0, (), 50, (0.5, 1, 2, 5, 10), None, 0.01)
    case("hodgkin-huxley-synapses", "hodgkin-huxley", None, 0.0,
         [(2, "excitatory", 5.), (20, "excitatory", 1.), (21, "inhibitory", 4.)], 60, (1, 3, 10, 22, 30, 60), None, 0.01)
    m = MODELS["hodgkin-huxley"]
    r = Run(m, rest, 100.0)
    sol = r.flow(0, 20, np.array(m.initial(r.p)), False, dense=True)
    t = np.linspace(0, 6, 60001)
    v = sol.sol(t)[0]
    k = int(v.argmax())
    from scipy.optimize import minimize_scalar
    top = minimize_scalar(lambda x: -sol.sol(x)[0], bounds=(t[k - 1], t[k + 1]), method="bounded", options={"xatol": 1e-9})
    figure("hodgkin-huxley.peak", -top.fun, "mV", "1e-9", "first action potential, 100 pA from rest")
    low = minimize_scalar(lambda x: sol.sol(x)[0], bounds=(2.5, 12), method="bounded", options={"xatol": 1e-9})
    figure("hodgkin-huxley.trough", low.fun, "mV", "1e-9", "lowest potential after it")
    rough = {**OTHER, "rtol": 1e-9, "atol": 1e-9}

    def least(fires, low, high, n):
        for _ in range(n):
            mid = (low + high) / 2
            low, high = (low, mid) if fires(mid) else (mid, high)
        return (low + high) / 2

    one = least(lambda i: len(Run(m, rest, i, solver=rough).located(100, 1)) > 0, 15, 40, 22)
    figure("hodgkin-huxley.rheobase", one, "pA", "1e-5", "least step from rest that makes a spike within 100 ms, bisected")
    many = least(lambda i: any(t > 500 for t in Run(m, rest, i, solver=rough).located(600)), 55, 75, 14)
    figure("hodgkin-huxley.rheobase-repetitive", many, "pA", "2e-3", "least step from rest that still fires after 500 ms")
    for bias in (70, 80, 100, 150, 200, 300):
        t = Run(m, rest, float(bias), solver=OTHER).located(500)
        curve("hodgkin-huxley", rest, bias, 1000 / (t[-1] - t[-2]), "located spikes, last interval in 500 ms")
        if bias == 100:
            figure("hodgkin-huxley.rate-100pA", 1000 / (t[-1] - t[-2]), "Hz", "1e-5", "10 uA/cm2, 6.3 degrees, steady")


def traub_cases():
    m = MODELS["traub-hh"]
    names = ("m_init", "h_init", "n_init")
    rest = {"v_init": -65.0, **dict(zip(names, steady("traub-hh", traub_rates, -65)))}
    case("traub-hh", "traub-hh", rest, 300.0, (), 100, (0.5, 1, 2, 3, 4, 5, 6, 10, 20), None, 0.01)
    case("traub-hh-benchmark-start", "traub-hh", {"v_init": -65, "g_exc_init": 40, "g_inh_init": 200}, 0.0,
         [(20, "excitatory", 60.), (25, "inhibitory", 67.), (40, "excitatory", 120.)], 80,
         (0.5, 1, 5, 10, 21, 24, 30, 45, 80), None, 0.01)
    # the current that a voltage holds in the steady state: never outward at no bias, so there is no rest
    held = lambda v: m.rhs(0, [v] + steady("traub-hh", traub_rates, v) + [0, 0], m.defaults, 0.0)[0] * 200
    from scipy.optimize import minimize_scalar
    least = minimize_scalar(held, bounds=(-64, -58), method="bounded", options={"xatol": 1e-10})
    figure("traub-hh.rheobase", -least.fun, "pA", "1e-9",
           "saddle node: a cell with no bias has no rest, and fires by itself; below this it is silent")
    figure("traub-hh.rheobase-potential", least.x, "mV", "1e-5", "where that rest is")
    for bias in (-100, -20, 0, 50, 100, 150, 200, 300, 500, 1000):
        t = Run(m, rest, float(bias), solver=OTHER).located(1000)
        curve("traub-hh", rest, bias, 1000 / (t[-1] - t[-2]) if len(t) > 3 else 0.0, "located spikes, last interval in 1 s")
        if bias == 0:
            figure("traub-hh.rate-by-itself", 1000 / (t[-1] - t[-2]), "Hz", "1e-5", "no bias, no synapses, steady")


def receptor_cases():
    for r, (rise, decay) in RECEPTORS.items():
        figure(f"receptor.{r}.peak-time", peak_time(rise, decay), "ms", "1e-15", "closed form")
        figure(f"receptor.{r}.norm", norm(rise, decay), "", "1e-15", "what makes the peak 1")
        late = 10 * decay if r not in ("gaba_b", "muscarinic") else 3 * decay
        case(f"receptor-{r}", "lif-receptors", None, 0.0, [(1, r, 2.0)], round(min(late, 600)),
             [round(1 + x * min(late, 600) / 20, 1) for x in (0.1, 0.5, 1, 2, 5, 10, 18)],
             ["v", f"{r}_slow", f"{r}_fast"])
    case("receptor-muscarinic-opens", "lif-receptors", None, 0.0, [(1, "muscarinic", -2.0)], 300, (50, 100, 299), ["v"])
    case("receptor-muscarinic-all-closed", "lif-receptors", None, 0.0, [(1, "muscarinic", 8.0)], 300, (20, 100, 299), ["v"])
    case("receptors-together", "lif-receptors", None, 120.0,
         [(5, "ampa", 8.), (5, "nmda", 6.), (40, "gaba_a", 15.), (60, "glycine", 5.), (80, "nicotinic", 20.),
          (90, "gaba_b", 3.), (120, "ampa", 30.)], 200, (4, 6, 30, 45, 70, 88, 110, 119, 199), ["v"])
    for mg in (0.0, 0.5, 1.0, 2.0):
        for v in (-90, -65, -40, -20, 0, 20, 40):
            figure(f"nmda.open.mg-{mg:g}.v{v}", 1 / (1 + mg / 3.57 * math.exp(-0.062 * v)), "", "1e-15", "Jahr and Stevens 1990")
    # gap junction between two passive cells (v_th out of reach), current into one
    c, gl, w, i = 200.0, 10.0, 5.0, 50.0
    figure("gap.coupling", w / (gl + w), "", "1e-15", "steady v2/v1 above rest, w = 5 nS both ways, g_l = 10 nS")
    for t in (1, 5, 20, 100):
        plus = i / 2 / gl * (1 - math.exp(-t * gl / c))  # mean of both
        minus = i / 2 / (gl + 2 * w) * (1 - math.exp(-t * (gl + 2 * w) / c))  # half their difference
        figure(f"gap.v1.{t}ms", -65 + plus + minus, "mV", "1e-15", "closed form: 50 pA into the first of two, from -65 mV")
        figure(f"gap.v2.{t}ms", -65 + plus - minus, "mV", "1e-15", "closed form")


def rate_cases():
    case("threshold-linear", "threshold-linear", {"tau": 20, "gain": 2, "threshold": 0.5, "r_init": 1}, 2.0, (), 100,
         (1, 10, 50, 100))
    case("threshold-linear-below", "threshold-linear", {"threshold": 3, "r_init": 1}, 2.0, (), 100, (1, 10, 50))
    case("wilson-cowan", "wilson-cowan", None, 5.0, (), 100, (1, 5, 10, 30, 100))
    for x in (0, 1, 2, 4, 6, 10):
        s = logistic(1.3 * (x - 4)) - logistic(-5.2)
        curve("wilson-cowan", {}, x, (1 - logistic(-5.2)) * s / (1 + s), "closed form: fixed point r, no unit")
    # the paper's limit cycle: two cells, c1=16 c2=12 c3=15 c4=3, P=1.25
    def S(x, a, th):
        return logistic(a * (x - th)) - logistic(-a * th)

    def both(t, y):
        e, i = y
        return [(-e + (1 - logistic(-1.3 * 4) - e) * S(16 * e - 12 * i + 1.25, 1.3, 4)) / 10,
                (-i + (1 - logistic(-2 * 3.7) - i) * S(15 * e - 3 * i, 2, 3.7)) / 10]

    up = lambda t, y: y[0] - 0.2
    up.direction = 1
    sol = solve_ivp(both, (0, 2000), [0.1, 0.05], method="DOP853", rtol=1e-12, atol=1e-13, events=up, dense_output=True)
    for t in (1, 5, 10, 20, 50, 100):
        e, i = sol.sol(t)
        figure(f"wilson-cowan.cycle.e.{t}ms", e, "", "1e-10", "two cells from 0.1 and 0.05, no delay")
        figure(f"wilson-cowan.cycle.i.{t}ms", i, "", "1e-10", "two cells from 0.1 and 0.05, no delay")
    crossings = sol.t_events[0]
    if len(crossings) > 3:
        figure("wilson-cowan.cycle.period", crossings[-1] - crossings[-2], "ms", "1e-9", "limit cycle")
        y = sol.sol(np.linspace(1500, 2000, 50001))
        figure("wilson-cowan.cycle.e-min", y[0].min(), "", "1e-8", "limit cycle")
        figure("wilson-cowan.cycle.e-max", y[0].max(), "", "1e-8", "limit cycle")
    else:
        print("NO LIMIT CYCLE", crossings)
    for z, t in ((0, 1), (1, 1), (-2, 1), (1, 0.5), (3, 2)):
        figure(f"binary-stochastic.p.sum{z}.temperature{t:g}", logistic(z / t), "", "1e-16", "closed form; sd of a mean over n draws sqrt(p(1-p)/n)")
    for depth in (0, 0.5, 1.0):  # rate 20 Hz·(1 + depth sin(2 pi 4 t)) for a quarter period: from 0 to 62.5 ms
        n = 20 * (0.0625 + depth / (2 * math.pi * 4))
        figure(f"poisson-inhomogeneous.first-quarter.depth{depth:g}", n, "", "1e-15", "mean count in [0, 62.5 ms), variance the same but for dt")
    figure("poisson-inhomogeneous.depth2.mean", 20 * (2 / 3 + math.sqrt(3) / math.pi), "Hz", "1e-15", "mean of max(1 + 2 sin, 0)·20 Hz over a period")
    for lag in (0, 1, 5, 20):
        figure(f"noise-current.covariance.{lag}ms", math.exp(-lag / 5), "", "1e-16", "sd 1, tau 5 ms, stationary")
    for t in (1, 5, 20):
        figure(f"noise-current.variance-at.{t}ms", 1 - math.exp(-2 * t / 5), "", "1e-16", "from the mean at 0")
    # filtered by a passive membrane (lif-exp, tau_m 10 ms, c_m 250 pF, v_th out of reach): sd of v for weight s pA
    s, tau, tm, cm = 100.0, 5.0, 10.0, 250.0
    figure("noise-current.membrane-sd", s * tm / cm * math.sqrt(tau / (tau + tm)), "mV", "1e-15", "sd 1 and weight 100 pA onto tau_m 10 ms, c_m 250 pF")
    for v in (0, 0.5, 1):
        figure(f"mcculloch-pitts.threshold{v:g}.drive{v:g}.veto0", 1, "", "0", "fires at threshold")
    figure("mcculloch-pitts.threshold1.drive5.veto1", 0, "", "0", "one inhibitory input is enough")
    # Siegert: lif-delta under diffusion noise, as in networks/brunel-2000
    # sine onto a passive membrane
    f, a = 10.0, 100.0
    om = 2 * math.pi * f / 1000
    figure("sine-current.membrane-amplitude", a / 250 * 10 / math.sqrt(1 + (om * 10) ** 2), "mV", "1e-15", "100 pA at 10 Hz onto tau_m 10 ms, c_m 250 pF")
    figure("sine-current.membrane-lag", math.atan(om * 10), "rad", "1e-16", "the same")


def write(name, head, rows):
    OUT.mkdir(parents=True, exist_ok=True)
    with open(OUT / name, "w", newline="") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(head)
        w.writerows(rows)


for part in (rate_cases, receptor_cases, traub_cases, lif_cases, adex_cases, izhikevich_cases, hh_cases):
    part()
    write("cases.csv", ["case", "neuron", "params", "bias", "arrivals", "duration_ms", "dt_ms", "grid_until_ms", "solvers_differ", "solvers_differ_ms"], cases)
    write("spikes.csv", ["case", "rule", "t_ms"], spikes)
    write("states.csv", ["case", "t_ms", "variable", "value", "unit"], states)
    write("curves.csv", ["neuron", "params", "bias", "rate_hz", "how"], curves)
    write("figures.csv", ["figure", "value", "unit", "error", "how"], figures)
