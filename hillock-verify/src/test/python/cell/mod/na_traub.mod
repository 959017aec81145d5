TITLE Sodium channels of a hippocampal pyramidal cell (Traub and Miles 1991, as in Brette et al. 2007)
NEURON {
	THREADSAFE
	SUFFIX na_traub
	USEION na READ ena WRITE ina
	RANGE g, v_t
}
UNITS { (mA) = (milliamp) (mV) = (millivolt) (S) = (siemens) }
PARAMETER {
	g = 0.1 (S/cm2)
	v_t = -63 (mV)
	q10 = 3
	measured = 36 (degC)
}
ASSIGNED { v (mV) celsius (degC) ena (mV) ina (mA/cm2) speed }
STATE { m h }
INITIAL {
	LOCAL u, a, b
	speed = q10^((celsius - measured)/10)
	u = v - v_t
	a = alpham(u) b = betam(u)
	m = a/(a + b)
	a = alphah(u) b = betah(u)
	h = a/(a + b)
}
BREAKPOINT {
	SOLVE states METHOD cnexp
	ina = g*m*m*m*h*(v - ena)
}
DERIVATIVE states {
	LOCAL u, am, bm, ah, bh
	u = v - v_t
	am = alpham(u)
	bm = betam(u)
	ah = alphah(u)
	bh = betah(u)
	m' = am*(1 - m) - bm*m
	h' = ah*(1 - h) - bh*h
}
UNITSOFF
FUNCTION alpham(u) { alpham = 1.28*speed/exprel((13 - u)/4) }
FUNCTION betam(u) { betam = 1.4*speed/exprel((u - 40)/5) }
FUNCTION alphah(u) { alphah = 0.128*speed*exp((17 - u)/18) }
FUNCTION betah(u) { betah = 4*speed/(1 + exp((40 - u)/5)) }
INCLUDE "exprel.inc"
UNITSON
