TITLE Delayed rectifier of a hippocampal pyramidal cell (Traub and Miles 1991, as in Brette et al. 2007)
NEURON {
	THREADSAFE
	SUFFIX k_traub
	USEION k READ ek WRITE ik
	RANGE g, v_t
}
UNITS { (mA) = (milliamp) (mV) = (millivolt) (S) = (siemens) }
PARAMETER {
	g = 0.03 (S/cm2)
	v_t = -63 (mV)
	q10 = 3
	measured = 36 (degC)
}
ASSIGNED { v (mV) celsius (degC) ek (mV) ik (mA/cm2) speed }
STATE { n }
INITIAL {
	LOCAL a, b
	speed = q10^((celsius - measured)/10)
	a = alphan(v - v_t) b = betan(v - v_t)
	n = a/(a + b)
}
BREAKPOINT {
	SOLVE states METHOD cnexp
	ik = g*n*n*n*n*(v - ek)
}
DERIVATIVE states {
	LOCAL a, b
	a = alphan(v - v_t)
	b = betan(v - v_t)
	n' = a*(1 - n) - b*n
}
UNITSOFF
FUNCTION alphan(u) { alphan = 0.16*speed/exprel((15 - u)/5) }
FUNCTION betan(u) { betan = 0.5*speed*exp((10 - u)/40) }
INCLUDE "exprel.inc"
UNITSON
