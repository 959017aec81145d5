package org.hillock.lab.scene;

import java.util.List;
import org.hillock.lab.scene.dog.DogScene;
import org.hillock.lab.scene.elephantandtiger.ElephantScene;
import org.hillock.lab.scene.tiredsadalert.TiredScene;

/** The scenes there are, in the order of the book. */
public final class Scenes {

  private Scenes() {}

  /** All of them. */
  public static List<Scene> all() {
    return List.of(new DogScene(), new TiredScene(), new ElephantScene());
  }
}
