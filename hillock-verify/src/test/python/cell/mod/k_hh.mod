TITLE Potassium channels of the squid giant axon (Hodgkin and Huxley 1952)
NEURON {
	THREADSAFE
	SUFFIX k_hh
	USEION k READ ek WRITE ik
	RANGE g
}
UNITS { (mA) = (milliamp) (mV) = (millivolt) (S) = (siemens) }
PARAMETER {
	g = 0.036 (S/cm2)
	q10 = 3
	measured = 6.3 (degC)
}
ASSIGNED { v (mV) celsius (degC) ek (mV) ik (mA/cm2) speed }
STATE { n }
INITIAL {
	LOCAL a, b
	speed = q10^((celsius - measured)/10)
	a = alphan(v) b = betan(v)
	n = a/(a + b)
}
BREAKPOINT {
	SOLVE states METHOD cnexp
	ik = g*n*n*n*n*(v - ek)
}
DERIVATIVE states {
	LOCAL a, b
	a = alphan(v)
	b = betan(v)
	n' = a*(1 - n) - b*n
}
UNITSOFF
FUNCTION alphan(v) { alphan = 0.1*speed/exprel(-(v + 55)/10) }
FUNCTION betan(v) { betan = 0.125*speed*exp(-(v + 65)/80) }
INCLUDE "exprel.inc"
UNITSON
