TITLE H-channels of layer 5 pyramidal cells (Kole et al. 2006)
NEURON {
	THREADSAFE
	SUFFIX hcn
	NONSPECIFIC_CURRENT i
	RANGE g, e
}
UNITS { (mA) = (milliamp) (mV) = (millivolt) (S) = (siemens) }
PARAMETER {
	g = 0.0002 (S/cm2)
	e = -45 (mV)
	q10 = 4
	measured = 34 (degC)
}
ASSIGNED { v (mV) celsius (degC) i (mA/cm2) speed }
STATE { n }
INITIAL {
	LOCAL a, b
	speed = q10^((celsius - measured)/10)
	a = alphan(v) b = betan(v)
	n = a/(a + b)
}
BREAKPOINT {
	SOLVE states METHOD cnexp
	i = g*n*(v - e)
}
DERIVATIVE states {
	LOCAL a, b
	a = alphan(v)
	b = betan(v)
	n' = a*(1 - n) - b*n
}
UNITSOFF
FUNCTION alphan(v) { alphan = 0.076517*speed/exprel((v + 154.9)/11.9) }
FUNCTION betan(v) { betan = 0.193*speed*exp(v/33.1) }
INCLUDE "exprel.inc"
UNITSON
