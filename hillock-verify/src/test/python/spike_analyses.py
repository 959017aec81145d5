"""Makes trains.csv and measures.csv: the analyses of hillock-lab worked out a second time.

Written from the definitions in Elephant's documentation (https://elephant.readthedocs.io) and
the papers named there, on numpy and scipy alone; Elephant itself was not run. Made with numpy
2.4.6 and scipy 1.17.1: python3 spike_analyses.py FOLDER
"""

import csv
import os
import sys

import numpy as np
import scipy.signal
import scipy.stats

LENGTH = 2000.0
rng = np.random.default_rng(8)


def grid(times):
    times = np.unique(np.round(np.sort(times), 1))
    return times[(times >= 0) & (times < LENGTH)]


def poisson(rate):
    return grid(np.cumsum(rng.exponential(1000 / rate, 400)))


def gamma(rate, order):
    return grid(np.cumsum(rng.gamma(order, 1000 / rate / order, 400)))


def rhythmic(rate, beat):
    times = poisson(2 * rate)
    keep = rng.random(times.size) < 0.5 * (1 + np.cos(2 * np.pi * beat * times / 1000))
    return times[keep]


trains = {
    "poisson": [poisson(30) for _ in range(4)],
    "regular": [gamma(40, 9) for _ in range(3)],
    "rhythmic": [rhythmic(50, 12) for _ in range(5)],
    # edges: spikes on the borders of bins, a silent neuron, one spike, two spikes
    "edges": [
        np.array([0.0, 0.3, 5.0, 10.0, 19.9, 20.0, 100.0, 1999.9]),
        np.array([]),
        np.array([1000.0]),
        np.array([4.9, 5.1]),
    ],
}


def binned(times, start, stop, width):
    number = int(np.floor((stop - start) / width + 1e-8))
    bins = np.floor((times - start) / width + 1e-8).astype(int)
    bins = bins[(bins >= 0) & (bins < number)]
    return np.bincount(bins, minlength=number)


rows = []


def put(case, measure, values):
    for i, value in enumerate(np.ravel(values)):
        rows.append((case, measure, i, repr(float(value))))


for case, all_trains in trains.items():
    counts = np.array([binned(t, 0, LENGTH, 5) for t in all_trains])
    intervals = [np.diff(t) for t in all_trains]
    put(case, "rate", [1000 * t.size / LENGTH for t in all_trains])
    put(case, "rate.500-1500",
        [1000 * np.sum((t >= 500) & (t <= 1500)) / 1000 for t in all_trains])
    put(case, "cv",
        [scipy.stats.variation(i) if i.size else np.nan for i in intervals])
    put(case, "cv2",
        [2 * np.mean(np.abs(np.diff(i)) / (i[1:] + i[:-1])) if i.size > 1 else np.nan
         for i in intervals])
    put(case, "lv",
        [3 * np.mean((np.diff(i) / (i[1:] + i[:-1])) ** 2) if i.size > 1 else np.nan
         for i in intervals])
    put(case, "isi.histogram", np.histogram(intervals[0], np.arange(0, 61, 10.0) - 1e-7)[0])
    put(case, "fano.over-neurons", np.var([t.size for t in all_trains])
        / np.mean([t.size for t in all_trains]))
    put(case, "fano.windows",
        [np.nan if t.size == 0 else np.var(c) / np.mean(c)
         for t in all_trains for c in [binned(t, 0, LENGTH, 100)]])
    put(case, "covariance", np.cov(counts))
    with np.errstate(all="ignore"):
        put(case, "correlation", np.corrcoef(counts))
    # entry h: pairs of which the second's spike is h bins after the first's
    full = scipy.signal.correlate(counts[-1].astype(float), counts[0].astype(float), "full")
    middle = counts.shape[1] - 1
    put(case, "cross-correlogram", np.round(full[middle - 20:middle + 21]))
    put(case, "psth", np.sum([binned(t, 0, LENGTH, 50) for t in all_trains], axis=0)
        / (0.05 * len(all_trains)))
    step, sigma = 2.0, 10.0
    lags = np.arange(-25, 26) * step
    kernel = np.exp(-0.5 * (lags / sigma) ** 2) / (sigma / 1000 * np.sqrt(2 * np.pi))
    fine = binned(all_trains[0], 0, LENGTH, step)
    put(case, "instantaneous", np.convolve(fine, kernel, "same")[::25])
    mean = counts.mean(axis=0)
    put(case, "chi", np.sqrt(np.var(mean) / np.mean(np.var(counts, axis=1))))
    rate = 1000 * np.mean([binned(t, 0, LENGTH, 1) for t in all_trains], axis=0)
    for segments in (8, 5):
        length = int(rate.size / (segments - 0.5 * (segments - 1)))
        f, power = scipy.signal.welch(rate, 1000, "hann", length, length // 2)
        put(case, f"welch{segments}.frequency", f[:60])
        put(case, f"welch{segments}.power", power[:60])
        put(case, f"welch{segments}.last", power[-1])
    one = 1000.0 * binned(all_trains[0], 0, LENGTH, 1)
    other = 1000.0 * np.roll(binned(all_trains[0], 0, LENGTH, 1), 3) + rate
    length = int(one.size / 4.5)
    f, coherence = scipy.signal.coherence(one, other, 1000, "hann", length, length // 2)
    f, cross = scipy.signal.csd(one, other, 1000, "hann", length, length // 2)
    put(case, "coherence", coherence[1:60])
    put(case, "phase", np.angle(cross)[1:60])

responses = np.array([4.0, 4, 5, 1, 0, 1, 2, 2, 3, 0, 0, 0])
labels = np.repeat([0, 1, 2, 3], 3)
means = np.array([responses[labels == c].mean() for c in range(4)])
a = means.mean() ** 2 / np.mean(means**2)
put("tuning", "means", means)
put("tuning", "sparseness", (1 - a) / (1 - 1 / 4))
put("tuning", "selectivity", (means[0] - means[1:].mean()) / (means[0] + means[1:].mean()))
put("tuning", "discriminability", (responses[labels == 0].mean() - responses[labels > 0].mean())
    / np.sqrt((responses[labels == 0].var() + responses[labels > 0].var()) / 2))

with open(os.path.join(sys.argv[1], "trains.csv"), "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("case", "neuron", "t_ms"))
    for case, all_trains in trains.items():
        for n, times in enumerate(all_trains):
            for t in times:
                writer.writerow((case, n, f"{t:.1f}"))
with open(os.path.join(sys.argv[1], "measures.csv"), "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("case", "measure", "index", "value"))
    writer.writerows(rows)
