TITLE T-type calcium channels (Huguenard and McCormick 1992 as in Destexhe et al. 1998)
NEURON {
	THREADSAFE
	SUFFIX ca_t
	USEION ca READ cai, cao WRITE ica
	RANGE p, v_shift
}
UNITS { (mA) = (milliamp) (mV) = (millivolt) (mM) = (milli/liter) }
PARAMETER {
	p = 0.0002 (cm/s)
	v_shift = 0 (mV)
	q10_m = 5
	q10_h = 3
	measured = 24 (degC)
}
ASSIGNED { v (mV) celsius (degC) cai (mM) cao (mM) ica (mA/cm2) speedm speedh rtf }
STATE { m h }
INITIAL {
	speedm = q10_m^((celsius - measured)/10)
	speedh = q10_h^((celsius - measured)/10)
	rtf = 1000*8.31446261815324*(celsius + 273.15)/96485.33212331
	m = 1/(1 + exp(-(v + v_shift + 57)/6.2))
	h = 1/(1 + exp((v + v_shift + 81)/4))
}
BREAKPOINT {
	SOLVE states METHOD cnexp
	ica = p*m*m*h*field(2*v/rtf)
}
DERIVATIVE states {
	LOCAL u, minf, mtau, hinf, htau
	u = v + v_shift
	minf = 1/(1 + exp(-(u + 57)/6.2))
	mtau = (0.612 + 1/(exp(-(u + 132)/16.7) + exp((u + 16.8)/18.2)))/speedm
	hinf = 1/(1 + exp((u + 81)/4))
	if (u < -80) {
		htau = exp((u + 467)/66.6)/speedh
	} else {
		htau = (28 + exp(-(u + 22)/10.5))/speedh
	}
	m' = (minf - m)/mtau
	h' = (hinf - h)/htau
}
UNITSOFF
: current per permeability in (mA/cm2)/(cm/s): C/mol times mM is 1e-6 C/cm3, that is 1e-3 mA*s/cm3
FUNCTION field(z) { LOCAL e
	e = 1/exprel(z)
	field = 1e-3*2*96485.33212331*(cai*(z + e) - cao*e)
}
INCLUDE "exprel.inc"
UNITSON
