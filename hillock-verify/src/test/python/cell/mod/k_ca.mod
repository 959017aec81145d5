TITLE Calcium-dependent potassium channels of small conductance (Koehler et al. 1996)
NEURON {
	THREADSAFE
	SUFFIX k_ca
	USEION k READ ek WRITE ik
	USEION ca READ cai
	RANGE g
}
UNITS { (mA) = (milliamp) (mV) = (millivolt) (S) = (siemens) (mM) = (milli/liter) }
PARAMETER {
	g = 0.001 (S/cm2)
	half = 0.00043 (mM)
	steep = 4.8
	tau = 1 (ms)
}
ASSIGNED { v (mV) ek (mV) cai (mM) ik (mA/cm2) }
STATE { o }
INITIAL { o = steady(cai) }
BREAKPOINT {
	SOLVE states METHOD cnexp
	ik = g*o*(v - ek)
}
DERIVATIVE states {
	LOCAL oinf
	oinf = steady(cai)
	o' = (oinf - o)/tau
}
UNITSOFF
FUNCTION steady(c) { steady = 1/(1 + (half/c)^steep) }
UNITSON
