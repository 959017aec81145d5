TITLE Calcium in a thin shell (Destexhe et al. 1993, with the free part)
NEURON {
	THREADSAFE
	SUFFIX ca_shell
	USEION ca READ ica WRITE cai
	RANGE depth, tau, rest, free
}
UNITS { (mA) = (milliamp) (mM) = (milli/liter) (um) = (micron) }
PARAMETER {
	depth = 0.1 (um)
	tau = 80 (ms)
	rest = 0.0001 (mM)
	free = 0.05
}
ASSIGNED { ica (mA/cm2) }
STATE { cai (mM) }
INITIAL { cai = rest }
BREAKPOINT { SOLVE states METHOD cnexp }
DERIVATIVE states {
	LOCAL inflow
	: mA/cm2/um/(C/mol) is 1e4 mM/ms
	inflow = -1e4*free*ica/(2*96485.33212331*depth)
	cai' = inflow - (cai - rest)/tau
}
