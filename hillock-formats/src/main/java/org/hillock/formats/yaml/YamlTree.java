package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hillock.core.problem.UsageException;
import org.hillock.formats.yaml.YamlNode.Entry;
import org.hillock.formats.yaml.YamlNode.Kind;
import org.hillock.formats.yaml.YamlNode.Mapping;
import org.hillock.formats.yaml.YamlNode.Scalar;
import org.hillock.formats.yaml.YamlNode.Sequence;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML text into {@link YamlNode}s that know their lines.
 *
 * <p>Only what a network file needs is read: one document, no anchors, aliases or tags. That also
 * keeps out texts that grow without bound when they are read.
 */
final class YamlTree {

  /** A network file needs 6. */
  private static final int DEEPEST = 32;

  private static final String BRACKETS =
      "; within { } and [ ] a text with brackets stands in quotes, such as \"dend[0](0.5)\"";

  // The parser's own limits would refuse long lists; this tree's limits are the depth and the
  // memory.
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .loadSettings(
              LoadSettings.builder()
                  .setCodePointLimit(Integer.MAX_VALUE)
                  // this tree finds a key that is there twice itself, and says where the first is
                  .setAllowDuplicateKeys(true)
                  .build())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2 * DEEPEST)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final String fileName;
  private final YAMLParser parser;

  private YamlTree(String fileName, YAMLParser parser) {
    this.fileName = fileName;
    this.parser = parser;
  }

  /**
   * The tree of a text.
   *
   * @throws UsageException where it is empty, no YAML, or uses what is not read
   */
  static YamlNode parse(String text, String fileName) {
    try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), new RoomyReader(text))) {
      YamlTree tree = new YamlTree(fileName, (YAMLParser) parser);
      if (parser.nextToken() == null) {
        throw new UsageException(fileName + ": is empty");
      }
      YamlNode root = tree.node(0);
      if (parser.nextToken() != null) {
        throw tree.problem("holds more than one document; one network is one file", tree.line());
      }
      return root;
    } catch (JacksonException e) {
      throw notYaml(fileName, e);
    } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
      // the parser below lets some of these through on broken escapes and numbers
      throw new UsageException(fileName + ": is not YAML: " + firstLine(e));
    }
  }

  private static UsageException notYaml(String fileName, JacksonException e) {
    if (e.getCause() instanceof MarkedYamlEngineException marked) {
      int line = marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      String problem = String.valueOf(marked.getProblem());
      String said =
          problem.contains("\\t(TAB)")
              ? "a tab stands where spaces must indent"
              : problem.endsWith("but got [") ? problem + BRACKETS : problem;
      return new UsageException(fileName + ": is not YAML: " + said + " (line " + line + ")");
    }
    int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    return new UsageException(fileName + ": is not YAML: " + firstLine(e) + " (line " + line + ")");
  }

  private static String firstLine(RuntimeException e) {
    String message = e instanceof JacksonException j ? j.getOriginalMessage() : e.getMessage();
    return message == null ? "it cannot be read" : message.lines().findFirst().orElse("");
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private UsageException problem(String said, int line) {
    return new UsageException(fileName + ": " + said + " (line " + line + ")");
  }

  private YamlNode node(int depth) {
    int line = line();
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw problem("anchors (&) and aliases (*) are not read; write the value out", line);
    }
    if (parser.getTypeId() != null) {
      throw problem("tags (!) are not read", line);
    }
    if (depth > DEEPEST) {
      throw problem("is nested more than " + DEEPEST + " levels deep", line);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(depth, line);
      case START_ARRAY -> sequence(depth, line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Scalar(parser.getString(), Kind.NUMBER, line);
      case VALUE_TRUE, VALUE_FALSE -> new Scalar(parser.getString(), Kind.BOOLEAN, line);
      case VALUE_NULL -> new Scalar("", Kind.EMPTY, line);
      default -> new Scalar(parser.getString(), Kind.TEXT, line);
    };
  }

  private Sequence sequence(int depth, int line) {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new Sequence(items, line);
  }

  private Mapping mapping(int depth, int line) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.getString();
      int keyLine = line();
      if (parser.getObjectId() != null) {
        throw problem("anchors (&) and aliases (*) are not read; write the value out", keyLine);
      }
      parser.nextToken();
      Entry earlier = entries.get(key);
      if (earlier != null) {
        throw problem(
            "key '" + key + "' is there twice, first in line " + earlier.keyLine(), keyLine);
      }
      entries.put(key, new Entry(keyLine, node(depth + 1)));
    }
    return new Mapping(entries, line);
  }
}
