"""Closed solution of a passive cable with sealed ends and a current into one of them (Rallpacks 1 and 2).

  python3 rallpack_theory.py        # against the inverse Laplace transform of the cable equation, by mpmath
"""
import math

RA, RM, CM, EM, INJECTED = 1.0, 4.0, 0.01, -65.0, 0.1  # ohm*m, ohm*m2, F/m2, mV, nA
TAU = RM * CM * 1000  # ms


def cable(x, t, length, diameter):
    """Potential in mV at x (um) of a cable with sealed ends, current into its end 0 from t = 0 on: steady course less
    the Fourier series of what is still missing."""
    if t <= 0:
        return EM
    space = math.sqrt(RM / RA * diameter * 1e-6 / 4)  # m
    infinite = RA * space / (math.pi * (diameter * 1e-6) ** 2 / 4)  # ohm, of a cable without end
    l, at, time = length * 1e-6 / space, x * 1e-6 / space, t / TAU
    total = math.cosh(l - at) / math.sinh(l) - math.exp(-time) / l
    n = 1
    while True:
        rate = 1 + (n * math.pi / l) ** 2
        decay = math.exp(-rate * time)
        if decay < 1e-20 or n > 200_000:
            break
        total -= 2 / l * math.cos(n * math.pi * at / l) * decay / rate
        n += 1
    return EM + INJECTED * 1e-9 * infinite * total * 1000


def check():
    import mpmath as mp
    mp.mp.dps = 30
    for length, diameter, x, t in [(1000, 1, 0, 0.5), (1000, 1, 0.5, 5), (1000, 1, 999.5, 20), (1000, 1, 1000, 250),
                                   (320, 16, 16, 0.3), (320, 16, 304, 40), (320, 16, 0, 250)]:
        space = mp.sqrt(mp.mpf(RM) / RA * diameter * 1e-6 / 4)
        infinite = RA * space / (mp.pi * (diameter * mp.mpf("1e-6")) ** 2 / 4)
        l, at = length * mp.mpf("1e-6") / space, x * mp.mpf("1e-6") / space

        def transformed(p):
            q = mp.sqrt(1 + p)
            return mp.cosh(q * (l - at)) / (p * q * mp.sinh(q * l))
        v = EM + INJECTED * mp.mpf("1e-9") * infinite * 1000 * mp.invertlaplace(transformed, mp.mpf(t) / TAU, method="talbot")
        print(length, diameter, x, t, cable(x, t, length, diameter), "differs by", float(cable(x, t, length, diameter) - v))


if __name__ == "__main__":
    check()
