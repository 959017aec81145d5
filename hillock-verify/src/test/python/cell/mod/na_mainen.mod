TITLE Sodium channels of cortical pyramidal cells (Mainen and Sejnowski 1996)
NEURON {
	THREADSAFE
	SUFFIX na_mainen
	USEION na READ ena WRITE ina
	RANGE g, v_shift
}
UNITS { (mA) = (milliamp) (mV) = (millivolt) (S) = (siemens) }
PARAMETER {
	g = 0.003 (S/cm2)
	v_shift = 5 (mV)
	q10 = 2.3
	measured = 23 (degC)
}
ASSIGNED { v (mV) celsius (degC) ena (mV) ina (mA/cm2) speed }
STATE { m h }
INITIAL {
	LOCAL u, a, b
	speed = q10^((celsius - measured)/10)
	u = v - v_shift
	a = alpham(u) b = betam(u)
	m = a/(a + b)
	h = steadyh(u)
}
BREAKPOINT {
	SOLVE states METHOD cnexp
	ina = speed*g*m*m*m*h*(v - ena)
}
DERIVATIVE states {
	LOCAL u, am, bm, rh, hinf
	u = v - v_shift
	am = alpham(u)
	bm = betam(u)
	rh = rateh(u)
	hinf = steadyh(u)
	m' = am*(1 - m) - bm*m
	h' = rh*(hinf - h)
}
UNITSOFF
FUNCTION alpham(u) { alpham = 1.638*speed/exprel(-(u + 35)/9) }
FUNCTION betam(u) { betam = 1.116*speed/exprel((u + 35)/9) }
FUNCTION rateh(u) { rateh = speed*(0.12/exprel(-(u + 50)/5) + 0.0455/exprel((u + 75)/5)) }
FUNCTION steadyh(u) { steadyh = 1/(1 + exp((u + 65)/6.2)) }
INCLUDE "exprel.inc"
UNITSON
