TITLE Sodium channels of the squid giant axon (Hodgkin and Huxley 1952)
NEURON {
	THREADSAFE
	SUFFIX na_hh
	USEION na READ ena WRITE ina
	RANGE g
}
UNITS { (mA) = (milliamp) (mV) = (millivolt) (S) = (siemens) }
PARAMETER {
	g = 0.12 (S/cm2)
	q10 = 3
	measured = 6.3 (degC)
}
ASSIGNED { v (mV) celsius (degC) ena (mV) ina (mA/cm2) speed }
STATE { m h }
INITIAL {
	LOCAL a, b
	speed = q10^((celsius - measured)/10)
	a = alpham(v) b = betam(v)
	m = a/(a + b)
	a = alphah(v) b = betah(v)
	h = a/(a + b)
}
BREAKPOINT {
	SOLVE states METHOD cnexp
	ina = g*m*m*m*h*(v - ena)
}
DERIVATIVE states {
	LOCAL am, bm, ah, bh
	am = alpham(v)
	bm = betam(v)
	ah = alphah(v)
	bh = betah(v)
	m' = am*(1 - m) - bm*m
	h' = ah*(1 - h) - bh*h
}
UNITSOFF
FUNCTION alpham(v) { alpham = speed/exprel(-(v + 40)/10) }
FUNCTION betam(v) { betam = 4*speed*exp(-(v + 65)/18) }
FUNCTION alphah(v) { alphah = 0.07*speed*exp(-(v + 65)/20) }
FUNCTION betah(v) { betah = speed/(1 + exp(-(v + 35)/10)) }
INCLUDE "exprel.inc"
UNITSON
