"""How fast NEURON is: one cell and 256 of them, 0.025 ms, secondorder 2, one thread, in ns of processor time per segment and
step (median of runs; the smallest is what an idle machine gives).

  speed.py [runs]
"""
import os, statistics, sys, time
from common import *

DT = 0.025
DENDRITE = dict(na_mainen=5e-3, k_mainen=3e-3, k_a=2e-3, k_m=5e-5, ca_t=2e-5, ca_l=2e-5, k_ca=1e-4, hcn=3e-5)


def cell(equip):
    """A soma of 20 um and five generations of 2, 4 … 32 branches of 100 um, 8 segments each: 497 segments."""
    soma = h.Section(name="soma")
    soma.L = soma.diam = 20
    level, sections = [soma], [soma]
    for depth in range(1, 6):
        grown = []
        for parent in level:
            for _ in range(2):
                s = h.Section(name="dend")
                s.L, s.diam, s.nseg = 100, max(0.6, 3 * 0.7 ** depth), 8
                s.connect(parent(1))
                grown.append(s)
        level = grown
        sections += grown
    for s in sections:
        s.Ra, s.cm = 150, 1
        equip(s)
    return sections


def passive(s):
    s.insert("leak")
    s.g_leak, s.e_leak = 3e-5, -70


def all_channels(s):
    passive(s)
    for name, value in DENDRITE.items():
        s.insert(name)
        setattr(s, ("p_" if name.startswith("ca") else "g_") + name, value)
    s.insert("ca_shell")
    s.ena, s.ek, s.cao = 60, -91, 2


def hh_ours(s):
    for name in ("na_hh", "k_hh", "leak"):
        s.insert(name)
    s.ena, s.ek = 50, -77


def hh_neuron(s):
    s.insert("hh")


def measure(name, equip, count, runs, celsius):
    h.celsius = celsius
    cells = [cell(equip) for _ in range(count)]
    stimuli = []
    for c in cells:
        i = h.IClamp(c[0](0.5))
        i.delay, i.dur, i.amp = 1, 1e9, 1.0
        stimuli.append(i)
    segments = sum(s.nseg for c in cells for s in c)
    h.cvode_active(0)
    h.cvode.cache_efficient(1)
    h.secondorder, h.dt, h.steps_per_ms = 2, DT, 1 / DT
    duration = 500 if count == 1 else 5
    pc = h.ParallelContext()
    pc.nthread(1)
    pc.set_maxstep(10)
    found = []
    for _ in range(runs):
        h.finitialize(-65)
        start = time.process_time()
        pc.psolve(duration)
        found.append((time.process_time() - start) / (duration / DT) / segments * 1e9)
    print(f"{name:28s} {count:4d} x {segments // count} segments  {statistics.median(found):7.1f} ns"
          f"  (from {min(found):.1f} to {max(found):.1f})", flush=True)


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(h.nrnversion(), "load", os.getloadavg())
    for count in (1, 256):
        measure("leak only", passive, count, runs, 6.3)
        measure("na-hh, k-hh, leak (ours)", hh_ours, count, runs, 6.3)
        h.usetable_hh = 1
        measure("NEURON's hh with tables", hh_neuron, count, runs, 6.3)
        h.usetable_hh = 0
        measure("NEURON's hh without", hh_neuron, count, runs, 6.3)
        measure("all channels of b", all_channels, count, runs, 34)
    print("load", os.getloadavg())


main()
