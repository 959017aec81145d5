package org.hillock.lab.scene;

import java.util.List;
import org.hillock.lab.scene.chance.ChanceScene;
import org.hillock.lab.scene.dog.DogScene;
import org.hillock.lab.scene.eachinitstime.EachInItsTimeScene;
import org.hillock.lab.scene.elephantandtiger.ElephantScene;
import org.hillock.lab.scene.learning.LearningScene;
import org.hillock.lab.scene.nervecell.NerveCell;
import org.hillock.lab.scene.nothing.NothingComesIn;
import org.hillock.lab.scene.onewayorround.OneWayOrRoundScene;
import org.hillock.lab.scene.senses.SensesScene;
import org.hillock.lab.scene.size.SizeScene;
import org.hillock.lab.scene.specialists.SpecialistsScene;
import org.hillock.lab.scene.stream.Stream;
import org.hillock.lab.scene.thesum.TheSum;
import org.hillock.lab.scene.tiredsadalert.TiredScene;

/** The scenes there are, in the order of the book. */
public final class Scenes {

  private Scenes() {}

  /** All of them. */
  public static List<Scene> all() {
    return List.of(
        new SensesScene(),
        new DogScene(),
        new OneWayOrRoundScene(),
        new EachInItsTimeScene(),
        new ChanceScene(),
        new Stream(),
        new NothingComesIn(),
        new TiredScene(),
        new ElephantScene(),
        new SpecialistsScene(),
        new NerveCell(),
        new TheSum(),
        new LearningScene(),
        new SizeScene());
  }
}
