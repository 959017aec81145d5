"""Right-hand sides, resets and ports of the neurons, written from their papers, not from the texts.

Values are in mV, ms, pA, nS, pF, um, mM.
"""
import math
import numpy as np


class Model:
    def __init__(self, name, states, defaults, initial, rhs, ports=None, cond=None, strict=False,
                 crosses=False, reset=lambda y, p: y, refractory=lambda p: p.get("t_ref", 0.0), held=(),
                 early=lambda p: None):
        self.name, self.states, self.defaults = name, states, defaults
        self.initial, self.rhs, self.ports, self.cond = initial, rhs, ports or {}, cond
        self.strict, self.crosses, self.reset = strict, crosses, reset
        self.refractory, self.held, self.early = refractory, held, early


def put(i, value):
    def change(y, p):
        y = np.array(y)
        y[i] = value(p)
        return y
    return change


def both(exc, inh, sign):
    """Ports of a neuron with one variable for excitation and one for inhibition."""
    return {"excitatory": lambda p, w: [(exc, w)], "inhibitory": lambda p, w: [(inh, sign * w)],
            "signed": lambda p, w: [(exc, w)] if w >= 0 else [(inh, -sign * w)]}


def onto(state):
    return {"signed": lambda p, w: [(state, w)], "excitatory": lambda p, w: [(state, w)],
            "inhibitory": lambda p, w: [(state, -w)]}


def over(state, name):
    return lambda y, p: y[state] - p[name]


def x_over_exp(x):
    """x / (e^x - 1), 1 at 0."""
    return 1.0 - x / 2 if abs(x) < 1e-9 else x / math.expm1(x)


MODELS = {}


def add(*args, **kw):
    m = Model(*args, **kw)
    MODELS[m.name] = m
    return m


add("if", ["v"], dict(v_rest=0, v_th=1, v_init=0), lambda p: [p["v_init"]],
    lambda t, y, p, b: [b], onto("v"), over(0, "v_th"),
    reset=lambda y, p: [y[0] - (p["v_th"] - p["v_rest"])])

add("lif-delta", ["v"], dict(tau_m=20, v_rest=0, v_th=20, v_reset=0, v_init=0, t_ref=2),
    lambda p: [p["v_init"]], lambda t, y, p, b: [(p["v_rest"] - y[0]) / p["tau_m"] + b],
    onto("v"), over(0, "v_th"), reset=put(0, lambda p: p["v_reset"]), held=("v",))

add("lif-exp", ["v", "i_exc", "i_inh"],
    dict(tau_m=10, c_m=250, v_rest=-65, v_th=-50, v_reset=-65, v_init=-65, t_ref=2, tau_exc=0.5, tau_inh=0.5),
    lambda p: [p["v_init"], 0, 0],
    lambda t, y, p, b: [(p["v_rest"] - y[0]) / p["tau_m"] + (y[1] + y[2] + b) / p["c_m"],
                        -y[1] / p["tau_exc"], -y[2] / p["tau_inh"]],
    both("i_exc", "i_inh", -1), over(0, "v_th"), reset=put(0, lambda p: p["v_reset"]), held=("v",))

add("lif-shiu", ["v", "g"], dict(tau_m=20, tau_syn=5, v_rest=-52, v_th=-45, v_reset=-52, v_init=-52, t_ref=2.2),
    lambda p: [p["v_init"], 0],
    lambda t, y, p, b: [(p["v_rest"] - y[0] + y[1]) / p["tau_m"] + b, -y[1] / p["tau_syn"]],
    {**onto("g"), "direct": lambda p, w: [("v", w)]}, over(0, "v_th"), strict=True,
    reset=lambda y, p: [p["v_reset"], 0.0], held=("v", "g"))

add("lif-alpha", ["v", "x_exc", "i_exc", "x_inh", "i_inh"],
    dict(tau_m=10, c_m=250, v_rest=-70, v_th=-55, v_reset=-70, v_init=-70, t_ref=2, tau_exc=2, tau_inh=2),
    lambda p: [p["v_init"], 0, 0, 0, 0],
    lambda t, y, p, b: [(p["v_rest"] - y[0]) / p["tau_m"] + (y[2] + y[4] + b) / p["c_m"],
                        -y[1] / p["tau_exc"], (y[1] - y[2]) / p["tau_exc"],
                        -y[3] / p["tau_inh"], (y[3] - y[4]) / p["tau_inh"]],
    {"excitatory": lambda p, w: [("x_exc", math.e * w)], "inhibitory": lambda p, w: [("x_inh", -math.e * w)]},
    over(0, "v_th"), reset=put(0, lambda p: p["v_reset"]), held=("v",))

add("lif-cond", ["v", "g_exc", "g_inh"],
    dict(c_m=200, g_l=10, e_l=-60, v_th=-50, v_reset=-60, v_init=-60, t_ref=5, tau_exc=5, tau_inh=10,
         e_exc=0, e_inh=-80),
    lambda p: [p["v_init"], 0, 0],
    lambda t, y, p, b: [(p["g_l"] * (p["e_l"] - y[0]) + y[1] * (p["e_exc"] - y[0])
                         + y[2] * (p["e_inh"] - y[0]) + b) / p["c_m"],
                        -y[1] / p["tau_exc"], -y[2] / p["tau_inh"]],
    both("g_exc", "g_inh", 1), over(0, "v_th"), reset=put(0, lambda p: p["v_reset"]), held=("v",))


def exp_if(t, y, p, b):
    spike = p["g_l"] * p["delta_t"] * math.exp((min(y[0], p["v_peak"]) - p["v_t"]) / p["delta_t"])
    return [(p["g_l"] * (p["e_l"] - y[0]) + spike + y[1] + y[2] + b) / p["c_m"],
            -y[1] / p["tau_exc"], -y[2] / p["tau_inh"]]


add("exp-if", ["v", "i_exc", "i_inh"],
    dict(c_m=200, g_l=20, e_l=-65, v_t=-59.9, delta_t=3.48, v_peak=-30, v_reset=-68, v_init=-65, t_ref=1.7,
         tau_exc=5, tau_inh=10),
    lambda p: [p["v_init"], 0, 0], exp_if, both("i_exc", "i_inh", -1), over(0, "v_peak"),
    reset=put(0, lambda p: p["v_reset"]), held=("v",))


def adex(t, y, p, b):
    v = min(y[0], p["v_peak"])
    spike = p["g_l"] * p["delta_t"] * math.exp((v - p["v_t"]) / p["delta_t"])
    syn = y[2] * (p["e_exc"] - v) + y[3] * (p["e_inh"] - v)
    return [(p["g_l"] * (p["e_l"] - v) + spike - y[1] + syn + b) / p["c_m"],
            (p["a"] * (v - p["e_l"]) - y[1]) / p["tau_w"], -y[2] / p["tau_exc"], -y[3] / p["tau_inh"]]


def tail(p):
    """20 delta_t above v_t only the exponential counts (to 1e-7): the rest takes c_m/g_l·e^-20 = 2e-8 ms.

    The upstroke would need times finer than numbers of this size have.
    """
    x = (p["v_peak"] - p["v_t"]) / p["delta_t"]
    if x <= 20:
        return None
    return p["v_t"] + 20 * p["delta_t"], p["c_m"] / p["g_l"] * (math.exp(-20) - math.exp(-x))


add("adex", ["v", "w_ad", "g_exc", "g_inh"],
    dict(c_m=281, g_l=30, e_l=-70.6, v_t=-50.4, delta_t=2, v_peak=20, v_reset=-70.6, v_init=-70.6, a=4, b=80.5,
         tau_w=144, t_ref=0, tau_exc=5, tau_inh=10, e_exc=0, e_inh=-80),
    lambda p: [p["v_init"], 0, 0, 0], adex, both("g_exc", "g_inh", 1), over(0, "v_peak"),
    reset=lambda y, p: [p["v_reset"], y[1] + p["b"], y[2], y[3]], held=("v",), early=tail)

add("izhikevich", ["v", "u"], dict(a=0.02, b=0.2, c=-65, d=8, v_peak=30, v_init=-65),
    lambda p: [p["v_init"], p["b"] * p["v_init"]],
    lambda t, y, p, b: [0.04 * y[0] ** 2 + 5 * y[0] + 140 - y[1] + b, p["a"] * (p["b"] * y[0] - y[1])],
    onto("v"), over(0, "v_peak"), reset=lambda y, p: [p["c"], y[1] + p["d"]])


def hh_rates(v, p):
    q = 3.0 ** ((p["celsius"] - 6.3) / 10)
    return (q * x_over_exp(-(v + 40) / 10), q * 4 * math.exp(-(v + 65) / 18),
            q * 0.07 * math.exp(-(v + 65) / 20), q / (1 + math.exp(-(v + 35) / 10)),
            q * 0.1 * x_over_exp(-(v + 55) / 10), q * 0.125 * math.exp(-(v + 65) / 80))


def hh(t, y, p, b):
    v, m, h, n, ge, gi = y
    am, bm, ah, bh, an, bn = hh_rates(v, p)
    # densities: 1 mS/cm2 = 0.01 nS/um2, 1 uF/cm2 = 0.01 pF/um2
    ion = p["g_na"] * m**3 * h * (p["e_na"] - v) + p["g_k"] * n**4 * (p["e_k"] - v) + p["g_l"] * (p["e_l"] - v)
    syn = ge * (p["e_exc"] - v) + gi * (p["e_inh"] - v) + b
    return [(ion + syn / p["area"] * 100) / p["c_m"], am * (1 - m) - bm * m, ah * (1 - h) - bh * h,
            an * (1 - n) - bn * n, -ge / p["tau_exc"], -gi / p["tau_inh"]]


HH = dict(area=1000, c_m=1, g_na=120, g_k=36, g_l=0.3, e_na=50, e_k=-77, e_l=-54.3, celsius=6.3, v_spike=0,
          v_init=-65, m_init=0.05293248525724958, h_init=0.5961207535084603, n_init=0.3176769140606974,
          tau_exc=5, tau_inh=10, e_exc=0, e_inh=-80)
add("hodgkin-huxley", ["v", "m", "h", "n", "g_exc", "g_inh"], HH,
    lambda p: [p["v_init"], p["m_init"], p["h_init"], p["n_init"], 0, 0], hh,
    both("g_exc", "g_inh", 1), over(0, "v_spike"), crosses=True)


def traub_rates(v, p):
    u = v - p["v_t"]
    return (0.32 * 4 * x_over_exp((13 - u) / 4), 0.28 * 5 * x_over_exp((u - 40) / 5),
            0.128 * math.exp((17 - u) / 18), 4 / (1 + math.exp((40 - u) / 5)),
            0.032 * 5 * x_over_exp((15 - u) / 5), 0.5 * math.exp((10 - u) / 40))


def traub(t, y, p, b):
    v, m, h, n, ge, gi = y
    am, bm, ah, bh, an, bn = traub_rates(v, p)
    return [(p["g_l"] * (p["e_l"] - v) + ge * (p["e_exc"] - v) + gi * (p["e_inh"] - v)
             + p["g_na"] * m**3 * h * (p["e_na"] - v) + p["g_kd"] * n**4 * (p["e_k"] - v) + b) / p["c_m"],
            am * (1 - m) - bm * m, ah * (1 - h) - bh * h, an * (1 - n) - bn * n,
            -ge / p["tau_exc"], -gi / p["tau_inh"]]


add("traub-hh", ["v", "m", "h", "n", "g_exc", "g_inh"],
    dict(c_m=200, g_l=10, g_na=20000, g_kd=6000, e_l=-60, e_na=50, e_k=-90, v_t=-63, v_th=-20, t_ref=3, tau_exc=5,
         tau_inh=10, e_exc=0, e_inh=-80, v_init=-60, m_init=0, h_init=0, n_init=0, g_exc_init=0, g_inh_init=0),
    lambda p: [p["v_init"], p["m_init"], p["h_init"], p["n_init"], p["g_exc_init"], p["g_inh_init"]], traub,
    both("g_exc", "g_inh", 1), over(0, "v_th"), strict=True)

RECEPTORS = dict(ampa=(0.5, 2.4), nmda=(4, 40), gaba_a=(1, 7), gaba_b=(60, 200), glycine=(0.5, 7),
                 nicotinic=(1, 5), muscarinic=(100, 500))


def peak_time(rise, decay):
    return math.log(decay / rise) * rise * decay / (decay - rise)


def norm(rise, decay):
    """What makes the peak of e^(-t/decay) - e^(-t/rise) one, from the time of the peak."""
    t = peak_time(rise, decay)
    return 1 / (math.exp(-t / decay) - math.exp(-t / rise))


def receptors(t, y, p, b):
    v = y[0]
    g = {r: y[1 + 2 * k] - y[2 + 2 * k] for k, r in enumerate(RECEPTORS)}
    free = 1 / (1 + p["mg"] / 3.57 * math.exp(-0.062 * v))
    i = (p["g_l"] * (p["e_l"] - v) + g["nmda"] * free * (p["e_nmda"] - v)
         + min(g["muscarinic"], p["g_m"]) * (v - p["e_k"]) + b)
    for r in ("ampa", "gaba_a", "gaba_b", "glycine", "nicotinic"):
        i += g[r] * (p["e_" + r] - v)
    d = [i / p["c_m"]]
    for k, r in enumerate(RECEPTORS):
        d += [-y[1 + 2 * k] / p["decay_" + r], -y[2 + 2 * k] / p["rise_" + r]]
    return d


def receptor_port(r):
    def port(p, w):
        s = w * norm(p["rise_" + r], p["decay_" + r])
        return [(r + "_slow", s), (r + "_fast", s)]
    return port


add("lif-receptors", ["v"] + [r + x for r in RECEPTORS for x in ("_slow", "_fast")],
    {**dict(c_m=200, g_l=10, e_l=-65, v_th=-50, v_reset=-60, v_init=-65, t_ref=2, mg=1, g_m=3, e_ampa=0, e_nmda=0,
            e_gaba_a=-70, e_gaba_b=-90, e_glycine=-70, e_nicotinic=0, e_k=-90),
     **{"rise_" + r: x[0] for r, x in RECEPTORS.items()}, **{"decay_" + r: x[1] for r, x in RECEPTORS.items()}},
    lambda p: [p["v_init"]] + [0] * 14, receptors, {r: receptor_port(r) for r in RECEPTORS},
    over(0, "v_th"), reset=put(0, lambda p: p["v_reset"]), held=("v",))


def logistic(x):
    return 1 / (1 + math.exp(-x))


add("wilson-cowan", ["r"], dict(tau=10, slope=1.3, threshold=4, refractory_share=1, r_init=0),
    lambda p: [p["r_init"]],
    lambda t, y, p, b: [(-y[0] + (1 - logistic(-p["slope"] * p["threshold"]) - p["refractory_share"] * y[0])
                         * (logistic(p["slope"] * (b - p["threshold"])) - logistic(-p["slope"] * p["threshold"])))
                        / p["tau"]])

add("threshold-linear", ["r"], dict(tau=10, gain=1, threshold=0, r_init=0), lambda p: [p["r_init"]],
    lambda t, y, p, b: [(-y[0] + p["gain"] * max(b - p["threshold"], 0)) / p["tau"]])
