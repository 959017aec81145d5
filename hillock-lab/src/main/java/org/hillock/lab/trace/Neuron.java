package org.hillock.lab.trace;

/** One neuron of a network. */
public record Neuron(String population, int number) implements Comparable<Neuron> {

  @Override
  public int compareTo(Neuron other) {
    int names = population.compareTo(other.population);
    return names != 0 ? names : Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return population + "[" + number + "]";
  }
}
