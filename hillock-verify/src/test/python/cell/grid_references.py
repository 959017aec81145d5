"""Writes how NEURON 8.2 cuts cells, for tests of hillock-cell. Needs Debian's python3-neuron.

  /usr/bin/python3 grid_references.py [folder [number of random cells]]

NEURON keeps 3-d points in single precision and subtracts coordinates in it: so coordinates are multiples of 1/1024 um,
of which differences are exact, and diameters single-precision numbers.
"""
import csv, pathlib, random, struct, sys
from neuron import h

h.load_file("stdlib.hoc")
HERE = pathlib.Path(__file__).resolve().parent
OUT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else (
    HERE.parents[4] / "hillock-cell/src/test/resources/org/hillock/cell/grid")
RANDOM = int(sys.argv[2]) if len(sys.argv) > 2 else 2
G_PAS = 5e-5


def single(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def grain(x):
    return round(x * 1024) / 1024


def line(length, *diameters, x=0.0):
    """Points of a straight section."""
    n = max(1, len(diameters) - 1)
    return [(x + length * i / n, 0.0, 0.0, diameters[min(i, len(diameters) - 1)]) for i in range(n + 1)]


# name: sections as (name, parent, position on it, segments, ohm*cm, uF/cm2, points)
CELLS = {
    "ball-and-stick": [("soma", -1, 0, 1, 100, 1, line(20, 20)), ("dend[0]", 0, 1, 15, 100, 1, line(500, 2))],
    "tapered": [("soma", -1, 0, 3, 150, 1, line(25, 8, 22, 10)), ("apic[0]", 0, 1, 7, 150, 2, line(400, 4, 0.5)),
                ("hillock", 0, 0, 3, 80, 0.75, line(30, 6, 1.25)), ("axon[0]", 2, 1, 9, 80, 0.75, line(300, 1.25))],
    # a child in the middle, at other places, at the beginning of a section that is not the root; steps of the diameter
    "branched": [("soma", -1, 0, 5, 120, 1, line(30, 10, 20, 20, 10)), ("dend[0]", 0, 0.5, 5, 120, 1, line(80, 3, 2)),
                 ("dend[1]", 1, 1, 3, 120, 1, [(0, 0, 0, 2), (10, 5, 1, 1), (10, 5, 1, 2.5), (22, 9, 0, 0.5)]),
                 ("dend[2]", 1, 0, 3, 120, 1, line(60, 1)), ("dend[3]", 1, 0.3, 1, 200, 1, line(15, 0.5, 0.25)),
                 ("dend[4]", 0, 0.8, 2, 120, 1, line(50, 1.5)), ("axon", 0, 0, 4, 70, 0.5, line(200, 1, 0.5, 2))],
}


def random_cell(seed):
    r = random.Random(seed)
    sections = []
    for i in range(6):
        parent = -1 if i == 0 else r.randrange(i)
        at = 0 if i == 0 else r.choice([0, 1, 1, 0.5, r.random()])
        points, x = [], [r.uniform(-99, 99) for _ in range(3)]
        many = r.randint(2, 12)
        for j in range(many):
            # steps of the diameter, but not at the end: there NEURON's rounding decides whether it counts them
            if r.random() > 0.15 or j < 2 or j == many - 1:
                x = [c + r.gauss(0, 8) for c in x]
            points.append(tuple(map(grain, x)) + (single(r.uniform(0.2, 3) if i else r.uniform(5, 15)),))
        name = "soma" if i == 0 else f"dend[{i - 1}]"
        sections.append((name, parent, at, r.randint(1, 9), r.choice([70, 150]), r.choice([1, 2]), points))
    return sections


for k in range(RANDOM):
    CELLS[f"random-{k}"] = random_cell(k)


def texts(values):
    return " ".join(repr(v).removesuffix(".0") for v in values)


def rows(name, described):
    made = []
    for _, parent, at, segments, ra, cm, points in described:
        s = h.Section(name=f"s{len(made)}")
        for p in points:
            s.pt3dadd(*p)
        s.Ra, s.cm, s.nseg = ra, cm, segments
        s.insert("pas")
        s.g_pas = G_PAS
        if made:
            s.connect(made[parent](at), 0)
        made.append(s)
    # from the middle of the root: with the cell at rest, or the derivative of the current means nothing
    h.finitialize(-70)
    impedance = h.Impedance()
    impedance.loc(0.5, sec=made[0])
    impedance.compute(0)
    for s, (section, parent, at, segments, ra, cm, points) in zip(made, described):
        lam = h.lambda_f(100, sec=s)
        yield [name, section, parent, repr(at), segments, ra, cm, ";".join(texts(p) for p in points),
               repr(lam), int((s.L / (0.1 * lam) + 0.9) / 2) * 2 + 1, texts([g.area() for g in s]),
               texts([g.ri() for g in s] + [s(1).ri()]), texts([g.diam for g in s]),
               texts([impedance.transfer(g.x, sec=s) for g in s] + [impedance.transfer(1, sec=s)])]


OUT.mkdir(parents=True, exist_ok=True)
with open(OUT / "neuron-grids.csv", "w", newline="") as f:
    w = csv.writer(f, lineterminator="\n")
    w.writerow("cell,section,parent,position,segments,axial_ohm_cm,capacitance_uf_cm2,points,lambda_100hz_um,"
               "segments_by_rule,area_um2,ri_mohm,diameter_um,transfer_mohm".split(","))
    for name, described in CELLS.items():
        w.writerows(rows(name, described))
