package org.hillock.lab.axis;

/** What an axis cannot do without; where a subject lacks it, the axis is not defined for it. */
public enum Need {
  /** Neurons, synapses and weights that can be looked at. */
  DESCRIPTION,
  /** An input of images and a way to read a decision. */
  DECISION
}
