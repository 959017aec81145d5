"""Writes sums over how NEURON 8.2 cuts reconstructed cells, from the sections that RealCellGridTest leaves.

Prints the largest relative difference of a segment's area and axial resistance.

  /usr/bin/python3 real_grid_references.py
"""
import csv, pathlib, sys
from neuron import h

h.load_file("stdlib.hoc")
ROOT = pathlib.Path(__file__).resolve().parents[4]
OUT = ROOT / "src/test/resources/org/hillock/verify/cell/real-grids.csv"
AXIAL_OHM_CM, CAPACITANCE = 150, 1


def sums(file):
    csv.field_size_limit(sys.maxsize)
    made, ours, node, number, by_rule, worst = [], [], 0, 0, 0, 0.0
    area = weighted_area = ri = weighted_ri = 0.0
    for name, parent, at, segments, points, values in csv.reader(file.open()):
        s = h.Section(name=f"s{len(made)}")
        for p in points.strip(";").split(";"):
            s.pt3dadd(*map(float, p.split()))
        s.Ra, s.cm, s.nseg = AXIAL_OHM_CM, CAPACITANCE, int(segments)
        if made:
            s.connect(made[int(parent)](float(at)), 0)
        made.append(s)
        ours += [tuple(map(float, v.split())) for v in values.strip(";").split(";")]
    for s in made:
        by_rule += int((s.L / (0.1 * h.lambda_f(100, sec=s)) + 0.9) / 2) * 2 + 1
        number += s.nseg
        for place in [*s, s(1)]:
            for theirs, own in zip((place.area(), place.ri()), ours[node]):
                worst = max(worst, abs(own - theirs) / theirs if theirs else abs(own))
            node += 1
            area += place.area()
            weighted_area += place.area() * node
            ri += place.ri()
            weighted_ri += place.ri() * node
    print(file.stem, len(ours), worst)
    return [number, area, weighted_area, ri, weighted_ri, by_rule]


with OUT.open("w", newline="") as f:
    w = csv.writer(f, lineterminator="\n")
    w.writerow("cell,segments,area_um2,weighted_area_um2,ri_mohm,weighted_ri_mohm,segments_by_rule".split(","))
    for file in sorted((ROOT / "target/real-cells").glob("*.csv")):
        w.writerow([file.stem, *map(repr, sums(file))])
