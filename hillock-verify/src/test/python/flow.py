"""Converged solutions of one neuron: flow by DOP853 (or LSODA) with tight tolerances, spikes between.

Two rules for spikes:
  located  a spike happens when the condition becomes true, to some 1e-11 ms
  grid     the condition is looked at once at the end of each step, as Hillock's engines do: at t_n what
           arrives is delivered, the flow goes exactly to t_n + dt, then threshold and reset; the
           refractory time is a whole number of steps, counted from the spike
Values are in mV, ms, pA, nS, pF, um, mM.
"""
import math
import numpy as np
from scipy.integrate import solve_ivp

TIGHT = dict(method="DOP853", rtol=1e-12, atol=1e-12)
OTHER = dict(method="LSODA", rtol=1e-11, atol=1e-11)  # another family of methods, as a judge
ROUGH = dict(method="LSODA", rtol=1e-7, atol=1e-7)  # shows which spikes hang by a thread


class Run:
    """One neuron with its stimulus."""

    def __init__(self, model, params=None, bias=0.0, arrivals=(), solver=TIGHT):
        self.m = model
        self.p = {**model.defaults, **(params or {})}
        unknown = set(self.p) - set(model.defaults)
        assert not unknown, unknown
        self.bias = bias
        self.arrivals = sorted(arrivals)  # (t, port, weight)
        self.solver = solver
        self.held = np.array([s in model.held for s in model.states])

        early = model.early(self.p)  # where the rest of an upstroke takes a known time
        self.hit = (lambda t, y: model.cond(y, self.p)) if early is None else (lambda t, y: y[0] - early[0])
        self.hit.terminal, self.hit.direction = True, 1

    def peak(self, sol):
        """Time and state at the level that makes the spike."""
        t, y = float(sol.t_events[0][0]), np.array(sol.y_events[0][0])
        early = self.m.early(self.p)
        if early is not None:
            t, y[0] = t + early[1], self.p["v_peak"]
        return t, y

    def rhs(self, refractory):
        f, p, bias, held = self.m.rhs, self.p, self.bias, self.held
        if refractory and held.any():
            def frozen(t, y):
                d = np.array(f(t, y, p, bias))
                d[held] = 0
                return d
            return frozen
        return lambda t, y: f(t, y, p, bias)

    def arrive(self, y, port, w, refractory):
        for state, value in self.m.ports[port](self.p, w):
            i = self.m.states.index(state)
            if not (refractory and self.held[i]):
                y[i] += value

    def flow(self, t0, t1, y, refractory, at=None, stop=None, dense=False, solver=None):
        return solve_ivp(self.rhs(refractory), (t0, t1), y, t_eval=at, events=stop, dense_output=dense,
                         **(solver or self.solver))

    def grid(self, duration, dt=0.1, samples=()):
        """(spike times, {t: state}); samples are times on the grid, before what arrives then."""
        steps = round(duration / dt)
        arrive = {}
        for t, port, w in self.arrivals:
            arrive.setdefault(round(t / dt), []).append((port, w))
        wanted = {round(t / dt): t for t in samples}
        y = np.array(self.m.initial(self.p), float)
        seen = {0: y.copy()}
        spikes, n, free = [], 0, 0
        while n < steps:
            for port, w in arrive.get(n, ()):
                self.arrive(y, port, w, n < free)
            end = min([steps, n + 50] + [k for k in arrive if k > n] + ([free] if free > n else []))
            times = np.array([k * dt for k in range(n, end + 1)])
            watched = self.m.cond is not None and n >= free
            level = watched and not self.m.crosses
            sol = self.flow(times[0], times[-1], y, n < free, at=times, stop=self.hit if level else None)
            assert sol.status >= 0, sol.message
            states = list(sol.y.T)
            if sol.status == 1:  # above the level within a step: go on to the end of that step
                t, above = self.peak(sol)
                k = max(len(states), math.ceil((t - times[0]) / dt - 1e-9))
                assert k == len(states), "the peak lies in the step in which it began"
                states.append(self.flow(t, times[k], above, False, solver=TIGHT).y[:, -1])
            elif watched and not self.m.crosses and self.m.cond(y, self.p) >= 0:
                pass  # began above, by an arrival: what counts is the end of the step, below
            last, fired = n + len(states) - 1, False
            for j in range(1, len(states)):
                now = self.m.cond(states[j], self.p) if watched else -1
                if self.m.crosses:
                    yes = now >= 0 and self.m.cond(states[j - 1], self.p) < 0
                else:
                    yes = now > 0 if self.m.strict else now >= 0
                if watched and yes:
                    last, fired = n + j, True
                    break
            for j in range(1, last - n + 1):
                if n + j in wanted:
                    seen[n + j] = states[j].copy()
            y = states[last - n].copy()
            if fired:
                spikes.append(last * dt)
                y = np.array(self.m.reset(y, self.p), float)
                free = last + round(self.m.refractory(self.p) / dt)
                if last in wanted:
                    seen[last] = y.copy()  # recorded after the reset
            n = last
        return spikes, {t: seen[k] for k, t in wanted.items()}

    def located(self, duration, limit=10**9):
        """Spike times where the condition becomes true."""
        y, t, free, spikes = np.array(self.m.initial(self.p), float), 0.0, -1.0, []
        queue = list(self.arrivals)
        while t < duration - 1e-12 and len(spikes) < limit:
            while queue and queue[0][0] <= t + 1e-12:
                _, port, w = queue.pop(0)
                self.arrive(y, port, w, t < free - 1e-12)
            refractory = t < free - 1e-12
            end = min([duration, t + 50.0] + ([free] if refractory else []) + [a[0] for a in queue[:1]])
            if not refractory and not self.m.crosses and self.m.cond(y, self.p) > 0:
                found = t
            else:
                sol = self.flow(t, end, y, refractory, stop=None if refractory else self.hit)
                assert sol.status >= 0, sol.message
                found = None
                if sol.status == 1 and not refractory:
                    found, y = self.peak(sol)
                else:
                    y = sol.y[:, -1].copy()
                t = end if found is None else found
            if found is not None:
                spikes.append(found)
                t = found
                y = np.array(self.m.reset(y, self.p), float)
                free = found + self.m.refractory(self.p)
                if self.m.crosses:  # leave the level behind, or it would be found again
                    y = self.flow(t, t + 0.01, y, False).y[:, -1]
                    t += 0.01
        return spikes
