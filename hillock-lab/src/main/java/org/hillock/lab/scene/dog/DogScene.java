package org.hillock.lab.scene.dog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.hillock.core.network.Network;
import org.hillock.core.training.Progress;
import org.hillock.lab.chain.CausalChain;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.lab.scene.Scene;
import org.hillock.lab.scene.SceneResult;
import org.hillock.lab.scene.dog.Diary.Life;

/**
 * A picture of a dog sets off its name, another animal's, a movement, a place and a feeling, none
 * of which was ever there with the picture except the name.
 *
 * <p>Four networks that begin alike: one lives through episodes in which things follow each other,
 * first pictures with their names, then what there is to tell of what has a name; one through the
 * very same events each alone; one through the episodes without dopamine; and one through all
 * episodes mixed. Then learning ends and pictures are shown.
 */
public final class DogScene implements Scene {

  /** A group that most of its cells took part in was set off. */
  private static final double SET_OFF = 50;

  /** Fewer cells than one in ten are none. */
  private static final double NOT_SET_OFF = 10;

  /** Picture, vision, word, place, feeling: four synapses; less is no chain through the place. */
  private static final double SYNAPSES = 3.5;

  /** Along the chain each link comes later than the one before: by a step at least. */
  private static final double LATER_MS = 0.5;

  /** What the picture is expected to set off. */
  static final List<Group> CHAIN =
      List.of(Group.WORD_DOG, Group.WORD_CAT, Group.RUNS, Group.PARK, Group.JOY);

  private static final List<Group> AFTER_WORD = CHAIN.subList(1, 5);
  private static final List<Group> HEBBIAN = CHAIN.subList(0, 4);

  /** What it must leave alone. */
  private static final List<Group> OTHERS =
      List.of(Group.WORD_TREE, Group.SLEEPS, Group.KITCHEN, Group.FEAR);

  /** The network that ships as a file, before it learns anything. */
  public static Network network() {
    return DogNetwork.untaught(1);
  }

  @Override
  public String name() {
    return "dog";
  }

  @Override
  public SceneResult run(long seed, Progress progress) {
    Network untaught = DogNetwork.untaught(seed);
    Grown paired = grown(untaught, seed, Life.IN_TURN, true, progress.part(0, 0.25, "paired"));
    Grown unpaired = grown(untaught, seed, Life.ALONE, true, progress.part(0.25, 0.5, "unpaired"));
    Grown blocked =
        grown(untaught, seed, Life.IN_TURN, false, progress.part(0.5, 0.75, "no dopamine"));
    Grown mixed = grown(untaught, seed, Life.MIXED, true, progress.part(0.75, 0.98, "mixed"));
    Shown shown =
        new Shown(
            paired.shown(Drawing.DOG, List.of()),
            unpaired.shown(Drawing.DOG, List.of()),
            blocked.shown(Drawing.DOG, List.of()),
            paired.shown(Drawing.TABLE, List.of()),
            paired.shown(Drawing.CAT, List.of()),
            paired.shown(Drawing.DOG, List.of(Group.WORD_DOG)),
            paired.shown(Drawing.DOG, List.of(Group.PARK)),
            mixed.shown(Drawing.DOG, List.of()),
            mixed.shown(Drawing.DOG, List.of(Group.WORD_DOG)));
    Links links = new Links(paired.network());
    List<CausalChain.Reach> reach =
        LongStream.rangeClosed(1, Grown.TRIALS)
            .mapToObj(t -> links.reach(paired.showing(Drawing.DOG, List.of()).inTrial(t)))
            .toList();
    List<Finding> numbers = numbers(shown, reach);
    SceneResult bare = new SceneResult(name(), numbers, List.of(), List.of());
    progress.report(1, "shown");
    return new SceneResult(name(), numbers, claims(bare), new DogPictures(shown, links).all());
  }

  private static Grown grown(
      Network untaught, long seed, Life life, boolean dopamine, Progress progress) {
    return Grown.up(untaught, Diary.of(untaught, seed, life, dopamine), seed, progress);
  }

  /** What each network did when it was shown a picture. */
  record Shown(
      Grown.Answer dog,
      Grown.Answer unpaired,
      Grown.Answer blocked,
      Grown.Answer table,
      Grown.Answer cat,
      Grown.Answer withoutWord,
      Grown.Answer withoutPark,
      Grown.Answer mixed,
      Grown.Answer mixedWithoutWord) {}

  private static List<Finding> numbers(Shown shown, List<CausalChain.Reach> reach) {
    List<Finding> all = new ArrayList<>();
    for (Group group : CHAIN) {
      all.add(percent(group.id(), shown.dog.fired(group)));
      all.add(new Finding(group.id() + "-ms", shown.dog.firstMs().getOrDefault(group, 0.0), "ms"));
    }
    all.add(new Finding("vision-ms", shown.dog.visionMs(), "ms"));
    all.add(percent("least", shown.dog.least(CHAIN)));
    all.add(percent("others", shown.dog.most(OTHERS)));
    all.add(new Finding("word-after-vision", later(shown, Group.WORD_DOG, null), "ms"));
    all.add(new Finding("park-after-word", later(shown, Group.PARK, Group.WORD_DOG), "ms"));
    all.add(new Finding("joy-after-park", later(shown, Group.JOY, Group.PARK), "ms"));
    all.add(Finding.of("synapses", median(reach, CausalChain.Reach::fewest)));
    all.add(Finding.of("reached", median(reach, CausalChain.Reach::reached)));
    all.add(percent("breadth", median(reach, CausalChain.Reach::breadth)));
    all.add(percent("without-word", shown.withoutWord.most(AFTER_WORD)));
    all.add(percent("without-park", shown.withoutPark.fired(Group.JOY)));
    all.add(percent("without-park-rest", shown.withoutPark.least(HEBBIAN)));
    all.add(percent("unpaired", shown.unpaired.most(List.of(Group.values()))));
    all.add(percent("table", shown.table.most(List.of(Group.values()))));
    all.add(percent("cat-picture", shown.cat.most(List.of(Group.values()))));
    all.add(percent("blocked-joy", shown.blocked.fired(Group.JOY)));
    all.add(percent("blocked-rest", shown.blocked.least(HEBBIAN)));
    all.add(percent("mixed", shown.mixed.least(CHAIN)));
    all.add(percent("mixed-without-word", shown.mixedWithoutWord.most(AFTER_WORD)));
    all.add(Finding.of("episodes", Diary.EPISODES.size() * Diary.TIMES));
    return all;
  }

  /** Over the trials, which are an even number. */
  private static double median(
      List<CausalChain.Reach> reach, ToDoubleFunction<CausalChain.Reach> of) {
    double[] sorted = reach.stream().mapToDouble(of).sorted().toArray();
    return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
  }

  private static double later(
      Shown shown, Group group, @org.jspecify.annotations.Nullable Group than) {
    double before =
        than == null ? shown.dog.visionMs() : shown.dog.firstMs().getOrDefault(than, Double.NaN);
    return shown.dog.firstMs().getOrDefault(group, Double.NaN) - before;
  }

  private static Finding percent(String id, double share) {
    return new Finding(id, 100 * share, "%");
  }

  private static List<Claim> claims(SceneResult of) {
    return List.of(
        Claim.above("chain", of.number("least"), SET_OFF),
        Claim.above("word-later", of.number("word-after-vision"), LATER_MS),
        Claim.above("park-later", of.number("park-after-word"), LATER_MS),
        Claim.above("joy-later", of.number("joy-after-park"), LATER_MS),
        Claim.above("length", of.number("synapses"), SYNAPSES),
        Claim.below("through-word", of.number("without-word"), NOT_SET_OFF),
        Claim.below("through-park", of.number("without-park"), NOT_SET_OFF),
        Claim.below("nothing-else", of.number("others"), NOT_SET_OFF),
        Claim.below("unpaired-fails", of.number("unpaired"), NOT_SET_OFF).ofControl(),
        Claim.below("table-fails", of.number("table"), NOT_SET_OFF).ofControl(),
        Claim.below("blocked-joy-fails", of.number("blocked-joy"), NOT_SET_OFF).ofControl(),
        Claim.above("blocked-rest-stays", of.number("blocked-rest"), SET_OFF).ofControl());
  }
}
