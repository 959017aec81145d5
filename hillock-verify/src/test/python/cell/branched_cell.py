"""The branched cell with all channels, as a description."""
import math
from common import nernst

CELSIUS = 34.0


def points(start, direction, length, diameters):
    """Along a straight line, diameters at equal distances."""
    n = math.sqrt(sum(c * c for c in direction))
    unit = [c / n for c in direction]
    last = len(diameters) - 1
    return [[*(round(s + u * length * i / last, 6) for s, u in zip(start, unit)), d] for i, d in enumerate(diameters)]


def end(section):
    return section["points"][-1][:3]


def shape():
    """Sections without mechanisms."""
    sections = {}

    def add(name, parent, position, direction, length, diameters, nseg, at=None):
        origin = at if at else (end(sections[parent]) if position == 1 else None)
        sections[name] = dict(name=name, kind=name.split("[")[0], parent=parent, parent_position=position, nseg=nseg,
                              points=points(origin, direction, length, diameters))

    add("soma", None, None, (0, 1, 0), 24, [11, 19, 13], 3, at=(0, -12, 0))
    add("dend[0]", "soma", 0, (-1, -1, 0), 150, [2.6, 1.2], 5, at=(0, -12, 0))
    add("dend[1]", "soma", 0, (1, -1, 0), 200, [2.8, 1.9, 0.9], 7, at=(0, -12, 0))
    add("dend[2]", "dend[0]", 1, (-1, -0.3, 0), 120, [1.1, 0.6], 5)
    add("dend[3]", "dend[0]", 1, (-0.3, -1, 0), 90, [0.9, 0.5], 5)
    middle = [round((a + b) / 2, 6) for a, b in zip(sections["dend[1]"]["points"][0][:3], end(sections["dend[1]"]))]
    add("dend[4]", "dend[1]", 0.5, (1, 0.2, 0), 100, [1.0, 0.6], 5, at=middle)
    add("apic[0]", "soma", 1, (0, 1, 0), 300, [4.6, 3.6, 3.0], 11)
    middle = [round((a + b) / 2, 6) for a, b in zip(sections["apic[0]"]["points"][0][:3], end(sections["apic[0]"]))]
    add("apic[1]", "apic[0]", 0.5, (1, 0.4, 0), 140, [1.3, 0.7], 5, at=middle)
    add("apic[2]", "apic[0]", 1, (-0.5, 1, 0), 220, [2.0, 0.8], 9)
    add("apic[3]", "apic[0]", 1, (0.5, 1, 0), 180, [1.8, 1.4, 0.7], 7)
    add("hillock", "soma", 0.5, (0, 0, -1), 12, [3.6, 1.6], 3, at=(0, 0, 0))
    add("axon", "hillock", 1, (0, 0, -1), 360, [1.2, 1.2], 25)
    add("terminal[0]", "axon", 1, (0.5, 0, -1), 60, [0.9, 0.7], 5)
    add("terminal[1]", "axon", 1, (-0.5, 0, -1), 40, [0.8, 0.6], 3)
    return sections


def length(section):
    p = section["points"]
    return sum(math.dist(a[:3], b[:3]) for a, b in zip(p, p[1:]))


def distances(sections):
    """Path length from the middle of the soma to the middle of each segment, in um."""
    found, begin = {}, {}
    for name, s in sections.items():
        l = length(s)
        if s["parent"] is None:
            begin[name] = None
            found[name] = [abs((i + 0.5) / s["nseg"] - 0.5) * l for i in range(s["nseg"])]
            continue
        p = sections[s["parent"]]
        x = s["parent_position"]
        begin[name] = abs(x - 0.5) * length(p) if p["parent"] is None else begin[s["parent"]] + x * length(p)
        found[name] = [begin[name] + (i + 0.5) / s["nseg"] * l for i in range(s["nseg"])]
    return found


RULES = {  # kind: mechanism: parameter: number or what it is at d um from the middle of the soma
    "soma": {"na-mainen": {"g": 40}, "k-mainen": {"g": 25}, "k-a": {"g": 3}, "k-m": {"g": 0.2},
             "ca-t": {"p": 2e-5}, "ca-l": {"p": 3e-5}, "k-ca": {"g": 0.3}, "h": {"g": 0.03}, "ca-shell": {}},
    "dend": {"na-mainen": {"g": 5}, "k-mainen": {"g": 3}, "k-a": {"g": "2 + 0.02*d"}, "k-m": {"g": 0.05},
             "ca-t": {"p": "2e-5 + 1e-7*d"}, "ca-l": {"p": 2e-5}, "k-ca": {"g": 0.1}, "h": {"g": "0.03*exp(d/200)"},
             "ca-shell": {}},
    "apic": {"na-mainen": {"g": "6 - 0.008*d"}, "k-mainen": {"g": 3}, "k-a": {"g": "2 + 0.02*d"}, "k-m": {"g": 0.05},
             "ca-t": {"p": "2e-5 + 1e-7*d"}, "ca-l": {"p": "1e-5 + 5e-8*d"}, "k-ca": {"g": 0.3},
             "h": {"g": "0.03*exp(d/200)"}, "ca-shell": {}},
    "hillock": {"na-mainen": {"g": 60}, "k-mainen": {"g": 40}, "k-m": {"g": 0.5}},
    "axon": {"na-mainen": {"g": 50}, "k-mainen": {"g": 40}, "k-m": {"g": 0.2}},
    "terminal": {"na-mainen": {"g": 50}, "k-mainen": {"g": 40}, "ca-l": {"p": 5e-5}, "k-ca": {"g": 1},
                 "ca-shell": {"tau": 20}},
}
LEAK = {"soma": 0.035, "dend": 0.035, "apic": 0.035, "hillock": 0.05, "axon": 0.05, "terminal": 0.05}


def describe():
    sections = shape()
    d = distances(sections)
    out = []
    for name, s in sections.items():
        rules = {"leak": {"g": LEAK[s["kind"]], "e": -72}, **RULES[s["kind"]]}
        mechanisms = {m: {k: rule if not isinstance(rule, str)
                          else [eval(rule, {"exp": math.exp, "d": x}) for x in d[name]]
                          for k, rule in p.items()} for m, p in rules.items()}
        out.append({**s, "distance_um": d[name], "mechanisms": mechanisms})
    ions = {"na": {"in_mm": 15.0, "out_mm": 145.0}, "k": {"in_mm": 140.0, "out_mm": 4.5},
            "ca": {"in_mm": 1e-4, "out_mm": 2.0}}
    for ion in ("na", "k"):
        ions[ion]["e_mv"] = nernst(CELSIUS, 1, ions[ion]["in_mm"], ions[ion]["out_mm"])
    return dict(name="branched", celsius=CELSIUS, v_init=-70.0, ra_ohm_cm=120.0, cm_uf_cm2=1.0, ions=ions,
                rules=RULES, sections=out)
