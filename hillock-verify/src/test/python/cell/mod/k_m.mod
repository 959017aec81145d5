TITLE M-current (Yamada, Koch and Adams 1989 as in Pospischil et al. 2008)
NEURON {
	THREADSAFE
	SUFFIX k_m
	USEION k READ ek WRITE ik
	RANGE g
}
UNITS { (mA) = (milliamp) (mV) = (millivolt) (S) = (siemens) }
PARAMETER {
	g = 0.00007 (S/cm2)
	tau_max = 1000 (ms)
	q10 = 2.3
	measured = 36 (degC)
}
ASSIGNED { v (mV) celsius (degC) ek (mV) ik (mA/cm2) speed }
STATE { p }
INITIAL {
	speed = q10^((celsius - measured)/10)
	p = 1/(1 + exp(-(v + 35)/10))
}
BREAKPOINT {
	SOLVE states METHOD cnexp
	ik = g*p*(v - ek)
}
DERIVATIVE states {
	LOCAL e, pinf, ptau
	e = exp((v + 35)/20)
	pinf = 1/(1 + 1/(e*e))
	ptau = tau_max/speed/(3.3*e + 1/e)
	p' = (pinf - p)/ptau
}
