"""COBA-HH (Brette et al. 2007, doi 10.1007/s10827-007-0038-6) in Brian2, C++ standalone, one thread: what `hillock bench coba-hh`
is held against. Equations, step and order of the method as in networks/coba-hh.net.yaml.

  coba_hh_brian2.py [seconds]
"""
import shutil, sys, tempfile, time
from brian2 import *

SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
folder = tempfile.mkdtemp()
set_device("cpp_standalone", build_on_run=False, directory=folder)
defaultclock.dt = 0.1 * ms
seed(1)

area = 20000 * umetre**2
Cm, gl = 1 * ufarad / cm**2 * area, 5e-5 * siemens / cm**2 * area
El, EK, ENa = -60 * mV, -90 * mV, 50 * mV
g_na, g_kd, VT = 100 * msiemens / cm**2 * area, 30 * msiemens / cm**2 * area, -63 * mV
Ee, Ei, taue, taui, we, wi = 0 * mV, -80 * mV, 5 * ms, 10 * ms, 6 * nS, 67 * nS
P = NeuronGroup(4000, """
dv/dt = (gl*(El-v) + ge*(Ee-v) + gi*(Ei-v) - g_na*m**3*h*(v-ENa) - g_kd*n**4*(v-EK))/Cm : volt
dm/dt = alpha_m*(1-m) - beta_m*m : 1
dn/dt = alpha_n*(1-n) - beta_n*n : 1
dh/dt = alpha_h*(1-h) - beta_h*h : 1
dge/dt = -ge/taue : siemens
dgi/dt = -gi/taui : siemens
alpha_m = 1.28/exprel((13*mV - v + VT)/(4*mV))/ms : Hz
beta_m = 1.4/exprel((v - VT - 40*mV)/(5*mV))/ms : Hz
alpha_h = 0.128*exp((17*mV - v + VT)/(18*mV))/ms : Hz
beta_h = 4./(1 + exp((40*mV - v + VT)/(5*mV)))/ms : Hz
alpha_n = 0.16/exprel((15*mV - v + VT)/(5*mV))/ms : Hz
beta_n = 0.5*exp((10*mV - v + VT)/(40*mV))/ms : Hz
""", threshold="v > -20*mV", refractory=3 * ms, method="exponential_euler")
Pe, Pi = P[:3200], P[3200:]
Ce = Synapses(Pe, P, on_pre="ge += we")
Ce.connect(p=0.02)
Ci = Synapses(Pi, P, on_pre="gi += wi")
Ci.connect(p=0.02)
P.v = "El + (randn()*5 - 5)*mV"
P.ge = "(randn()*1.5 + 4)*10*nS"
P.gi = "(randn()*12 + 20)*10*nS"
run(SECONDS * second)
begin = time.time()
device.build(directory=folder, compile=True, run=False)
print("compiled in %.1f s" % (time.time() - begin))
times = []
for _ in range(3):
    begin = time.time()
    device.run(folder, with_output=False, run_args=[])
    times.append(device._last_run_time)
print("run: " + ", ".join("%.2f" % t for t in times) + " s for %g s" % SECONDS)
shutil.rmtree(folder)
