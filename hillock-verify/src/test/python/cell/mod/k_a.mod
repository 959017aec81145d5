TITLE A-type potassium channels of CA1 pyramidal cells (Migliore et al. 1999, proximal)
NEURON {
	THREADSAFE
	SUFFIX k_a
	USEION k READ ek WRITE ik
	RANGE g
}
UNITS { (mA) = (milliamp) (mV) = (millivolt) (S) = (siemens) }
PARAMETER {
	g = 0.008 (S/cm2)
	q10 = 5
	measured = 24 (degC)
}
ASSIGNED { v (mV) celsius (degC) ek (mV) ik (mA/cm2) speed rtf }
STATE { n l }
INITIAL {
	speed = q10^((celsius - measured)/10)
	rtf = 1000*8.31446261815324*(celsius + 273.15)/96485.33212331
	n = 1/(1 + exp(steep(v)))
	l = 1/(1 + exp(3*(v + 56)/rtf))
}
BREAKPOINT {
	SOLVE states METHOD cnexp
	ik = g*n*l*(v - ek)
}
DERIVATIVE states {
	LOCAL s, ninf, ntau, linf, ltau
	s = steep(v)
	ninf = 1/(1 + exp(s))
	ntau = exp(0.55*s)*ninf*20/speed
	if (ntau < 0.1) { ntau = 0.1 }
	linf = 1/(1 + exp(3*(v + 56)/rtf))
	ltau = 0.26*(v + 50)
	if (ltau < 2) { ltau = 2 }
	n' = (ninf - n)/ntau
	l' = (linf - l)/ltau
}
UNITSOFF
FUNCTION steep(v) { steep = (-1.5 - 1/(1 + exp((v + 40)/5)))*(v - 11)/rtf }
UNITSON
