TITLE Fast potassium channels of cortical pyramidal cells (Mainen and Sejnowski 1996)
NEURON {
	THREADSAFE
	SUFFIX k_mainen
	USEION k READ ek WRITE ik
	RANGE g
}
UNITS { (mA) = (milliamp) (mV) = (millivolt) (S) = (siemens) }
PARAMETER {
	g = 0.02 (S/cm2)
	q10 = 2.3
	measured = 23 (degC)
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
	ik = speed*g*n*(v - ek)
}
DERIVATIVE states {
	LOCAL a, b
	a = alphan(v)
	b = betan(v)
	n' = a*(1 - n) - b*n
}
UNITSOFF
FUNCTION alphan(v) { alphan = 0.18*speed/exprel(-(v - 25)/9) }
FUNCTION betan(v) { betan = 0.018*speed/exprel((v - 25)/9) }
INCLUDE "exprel.inc"
UNITSON
