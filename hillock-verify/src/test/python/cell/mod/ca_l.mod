TITLE L-type calcium channels (rates of Traub et al. 1991, constant field current)
NEURON {
	THREADSAFE
	SUFFIX ca_l
	USEION ca READ cai, cao WRITE ica
	RANGE p
}
UNITS { (mA) = (milliamp) (mV) = (millivolt) (mM) = (milli/liter) }
PARAMETER {
	p = 0.0001 (cm/s)
	q10 = 3
	measured = 36 (degC)
}
ASSIGNED { v (mV) celsius (degC) cai (mM) cao (mM) ica (mA/cm2) speed rtf }
STATE { s }
INITIAL {
	LOCAL a, b
	speed = q10^((celsius - measured)/10)
	rtf = 1000*8.31446261815324*(celsius + 273.15)/96485.33212331
	a = alphas(v) b = betas(v)
	s = a/(a + b)
}
BREAKPOINT {
	SOLVE states METHOD cnexp
	ica = p*s*s*field(2*v/rtf)
}
DERIVATIVE states {
	LOCAL a, b
	a = alphas(v)
	b = betas(v)
	s' = a*(1 - s) - b*s
}
UNITSOFF
FUNCTION alphas(v) { alphas = 1.6*speed/(1 + exp(-0.072*(v - 5))) }
FUNCTION betas(v) { betas = 0.1*speed/exprel((v + 8.9)/5) }
: current per permeability in (mA/cm2)/(cm/s): C/mol times mM is 1e-6 C/cm3, that is 1e-3 mA*s/cm3
FUNCTION field(z) { LOCAL e
	e = 1/exprel(z)
	field = 1e-3*2*96485.33212331*(cai*(z + e) - cao*e)
}
INCLUDE "exprel.inc"
UNITSON
