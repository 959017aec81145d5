package org.hillock.onnx.conformance;

import java.nio.file.Path;
import java.util.List;

/**
 * One test: a model and what it is to give.
 *
 * @param name of its folder
 * @param modelFile where its model lies
 * @param dataSets folders of inputs with the outputs that belong to them, possibly none
 */
public record BackendTest(String name, Path modelFile, List<Path> dataSets) {

  public BackendTest {
    dataSets = List.copyOf(dataSets);
  }
}
