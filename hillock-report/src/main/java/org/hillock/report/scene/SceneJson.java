package org.hillock.report.scene;

import java.util.Map;
import org.hillock.lab.scene.Claim;
import org.hillock.lab.scene.Finding;
import org.hillock.report.json.Tree;
import org.jspecify.annotations.Nullable;

/** What a scene gave as a tree of facts, which equal results make equal. */
public final class SceneJson {

  /** Value of the key {@code schema}; changes when a key changes its meaning or goes. */
  public static final int SCHEMA = 2;

  private SceneJson() {}

  /**
   * Numbers, claims, verdict, and what the pictures are drawn from.
   *
   * @param command that repeats it
   * @param versions of what computed it
   */
  public static Map<String, @Nullable Object> tree(
      ToldScene told, long seed, String command, Map<String, String> versions) {
    Tree tree = new Tree().put("schema", SCHEMA).put("scene", told.name());
    tree.put("title", told.title()).put("language", told.texts().language().code());
    tree.put("command", command).put("seed", seed).put("versions", versions);
    tree.put("verdict", told.result().verdict().name());
    Tree numbers = new Tree();
    for (Finding finding : told.result().numbers()) {
      Tree number = new Tree().put("value", finding.value()).put("unit", finding.unit());
      numbers.put(finding.id(), number.put("meaning", told.meaning(finding)));
    }
    tree.put("numbers", numbers);
    tree.put("claims", told.result().claims().stream().map(c -> claim(told, c)).toList());
    tree.put(
        "pictures", told.result().pictures().stream().map(p -> PictureJson.tree(told, p)).toList());
    return tree.map();
  }

  private static Tree claim(ToldScene told, Claim claim) {
    return new Tree()
        .put("id", claim.id())
        .put("kind", claim.kind().name())
        .put("says", told.says(claim))
        .put("number", claim.number())
        .put("value", claim.value())
        .put("relation", claim.relation().sign())
        .put("threshold", claim.threshold())
        .put("holds", (Object) claim.holds());
  }
}
