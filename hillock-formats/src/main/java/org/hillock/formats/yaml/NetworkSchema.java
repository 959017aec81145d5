package org.hillock.formats.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hillock.core.network.NeuronModels;
import org.hillock.core.network.SynapseRules;
import org.hillock.core.transmitter.Transmitter;
import org.hillock.core.transmitter.Transmitters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the JSON Schema (draft 2020-12) of network files from the words that the reader knows.
 *
 * <p>Editors use it to complete and to mark mistakes; the reader itself checks more.
 */
public final class NetworkSchema {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private NetworkSchema() {}

  /** The schema's text; the shipped {@code network.schema.json} is this. */
  public static String text() {
    ObjectNode root = JSON.createObjectNode();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "Hillock network");
    closed(root, Vocabulary.NETWORK, List.of("name", "populations"));
    ObjectNode keys = properties(root);
    type(keys, "name", "string");
    type(keys, "seed", "integer");
    type(keys, "description", "string");
    type(keys, "doi", "string");
    listOf(keys, "history", "string");
    named(keys, "neurons", "text");
    named(keys, "synapses", "text");
    words(keys.putObject("dale"), List.of(Vocabulary.DALE_REQUIRED));
    named(keys, "populations", "population");
    named(keys, "projections", "projection");
    named(keys, "modulators", "modulator");
    refer(keys, "presentation", "presentation");
    refer(keys, "decision", "decision");
    ObjectNode definitions = root.putObject("$defs");
    ownText(definitions.putObject("text"));
    population(definitions.putObject("population"));
    projection(definitions.putObject("projection"));
    modulator(definitions.putObject("modulator"));
    presentation(definitions.putObject("presentation"));
    decision(definitions.putObject("decision"));
    values(definitions.putObject("values"));
    distribution(definitions.putObject("distribution"));
    tensor(definitions.putObject("tensor"));
    quantity(definitions.putObject("quantity"));
    transmitter(definitions.putObject("transmitter"));
    return JSON.writeValueAsString(root) + "\n";
  }

  /** A text in the language of neurons or of synapses, or the file that holds it. */
  private static void ownText(ObjectNode schema) {
    ArrayNode either = schema.putArray("anyOf");
    either.addObject().put("type", "string");
    ObjectNode file = either.addObject();
    closed(file, Vocabulary.TEXT_FILE, Vocabulary.TEXT_FILE);
    type(properties(file), "file", "string");
  }

  private static void population(ObjectNode schema) {
    closed(schema, Vocabulary.POPULATION, List.of("neuron"));
    ObjectNode keys = properties(schema);
    keys.putObject("size").put("type", "integer").put("minimum", 1);
    ObjectNode shape = keys.putObject("shape").put("type", "array");
    shape.put("minItems", 1).put("maxItems", 4);
    shape.putObject("items").put("type", "integer").put("minimum", 1);
    ArrayNode models = keys.putObject("neuron").putArray("anyOf");
    words(models.addObject(), NeuronModels.names());
    models.addObject().put("type", "string");
    named(keys, "params", "values");
    refer(keys, "bias", "values");
    table(keys, "positions");
    table(keys, "spikes");
    refer(keys, "expected_rate", "quantity");
    ArrayNode names = keys.putObject("names").putArray("anyOf");
    ObjectNode listed = names.addObject().put("type", "array");
    listed.putObject("items").put("type", "string");
    ObjectNode inFile = names.addObject();
    closed(inFile, Vocabulary.TEXT_FILE, Vocabulary.TEXT_FILE);
    type(properties(inFile), "file", "string");
    ArrayNode released = keys.putObject("releases").putArray("anyOf");
    refer(released.addObject(), "transmitter");
    ObjectNode several = released.addObject().put("type", "array").put("minItems", 1);
    refer(several.putObject("items"), "transmitter");
    ArrayNode either = schema.putArray("oneOf");
    either.addObject().putArray("required").add("size");
    either.addObject().putArray("required").add("shape");
  }

  private static void projection(ObjectNode schema) {
    schema.put("type", "object");
    required(schema, List.of("from", "to", "connect"));
    ObjectNode keys = schema.putObject("properties");
    type(keys, "from", "string");
    type(keys, "to", "string");
    words(keys.putObject("connect"), Vocabulary.CONNECT.keySet());
    refer(keys, "weight", "values");
    named(keys, "weights", "values");
    refer(keys, "delay", "values");
    type(keys, "receptor", "string");
    refer(keys, "transmitter", "transmitter");
    release(keys.putObject("release"));
    plasticity(keys.putObject("plasticity"));
    normalisation(keys.putObject("normalise").putArray("anyOf"));
    ObjectNode learning = keys.putObject("learning").put("type", "object");
    required(learning, List.of("rule"));
    type(learning.putObject("properties"), "rule", "string");
    refer(learning, "additionalProperties", "quantity");
    ArrayNode rules = schema.putArray("oneOf");
    Vocabulary.CONNECT.forEach((rule, own) -> rule(rules.addObject(), rule, own));
    schema.put("unevaluatedProperties", false);
  }

  private static void normalisation(ArrayNode either) {
    words(either.addObject(), NormalisationFields.WORDS);
    ObjectNode told = either.addObject();
    closed(told, NormalisationFields.TOLD, List.of());
    told.put("minProperties", 1).put("maxProperties", 1);
    ObjectNode layer = properties(told).putObject("layer");
    closed(layer, NormalisationFields.LAYER, List.of());
    type(properties(layer), "epsilon", "number");
    words(properties(layer).putObject("over"), NormalisationFields.groups());
    ObjectNode batch = properties(told).putObject("batch");
    closed(batch, NormalisationFields.BATCH, List.of());
    refer(properties(batch), "mean", "values");
    refer(properties(batch), "variance", "values");
    type(properties(batch), "epsilon", "number");
    type(properties(batch), "momentum", "number");
  }

  private static void release(ObjectNode schema) {
    closed(schema, ReleaseFields.KEYS, List.of());
    ObjectNode keys = properties(schema);
    type(keys, "sites", "integer");
    type(keys, "utilisation", "number");
    type(keys, "stochastic", "boolean");
    refer(keys, "tau_facilitation", "quantity");
    refer(keys, "tau_recovery", "quantity");
    ObjectNode calcium = keys.putObject("calcium");
    closed(calcium, ReleaseFields.CALCIUM, List.of());
    ReleaseFields.CALCIUM.forEach(key -> refer(properties(calcium), key, "quantity"));
  }

  private static void plasticity(ObjectNode schema) {
    closed(schema, PlasticityFields.KEYS, List.of("rule", "w_max"));
    ObjectNode keys = properties(schema);
    ArrayNode rules = keys.putObject("rule").putArray("anyOf");
    words(rules.addObject(), SynapseRules.names());
    rules.addObject().put("type", "string");
    named(keys, "params", "quantity");
    refer(keys, "w_min", "quantity");
    refer(keys, "w_max", "quantity");
    words(keys.putObject("delay"), PlasticityFields.sides());
    ObjectNode modulators = keys.putObject("modulators").put("type", "object");
    type(modulators, "additionalProperties", "string");
  }

  private static void rule(ObjectNode schema, String rule, List<String> own) {
    ObjectNode keys = schema.putObject("properties");
    keys.putObject("connect").put("const", rule);
    List<String> all = new ArrayList<>(own);
    all.addAll(Vocabulary.CONNECT_OPTIONAL.getOrDefault(rule, List.of()));
    for (String key : all) {
      switch (key) {
        case "autapses", "multapses", "count_padding" -> type(keys, key, "boolean");
        case "stride", "padding", "dilation" -> {
          int numbers = key.equals("padding") ? 4 : 2;
          ArrayNode either = keys.putObject(key).putArray("anyOf");
          either.addObject().put("type", "integer");
          ObjectNode list = either.addObject().put("type", "array");
          list.put("minItems", numbers).put("maxItems", numbers);
          list.putObject("items").put("type", "integer");
        }
        case "edges" -> table(keys, key);
        case "probability" ->
            keys.putObject(key).put("type", "number").put("minimum", 0).put("maximum", 1);
        case "in_degree", "out_degree" -> {
          if (rule.equals("degree-distribution")) {
            refer(keys, key, "distribution");
          } else {
            type(keys, key, "integer");
          }
        }
        default -> type(keys, key, "integer");
      }
    }
    required(schema, own);
  }

  private static void modulator(ObjectNode schema) {
    closed(schema, Vocabulary.MODULATOR, List.of());
    ArrayNode either = schema.putArray("oneOf");
    either.addObject().putArray("required").add("level");
    either.addObject().putArray("required").add("equations");
    ObjectNode keys = properties(schema);
    type(keys, "equations", "string");
    refer(keys, "pass", "quantity");
    share(keys.putObject("level"));
    refer(keys, "tau", "quantity");
    ObjectNode schedule = keys.putObject("schedule").put("type", "object").put("minProperties", 1);
    share(schedule.putObject("additionalProperties"));
    words(keys.putObject("interpolation"), Vocabulary.interpolations());
    ArrayNode drivers = keys.putObject("activity").putArray("anyOf");
    activity(drivers.addObject());
    ObjectNode several = drivers.addObject().put("type", "array");
    activity(several.putObject("items"));
    ObjectNode targets = keys.putObject("targets").put("type", "object");
    targets.putObject("additionalProperties").put("type", "number").put("minimum", -1);
  }

  private static void activity(ObjectNode activity) {
    closed(activity, Vocabulary.ACTIVITY, List.of("of"));
    type(properties(activity), "of", "string");
    type(properties(activity), "per_hz", "number");
    type(properties(activity), "per_value", "number");
    type(properties(activity), "as", "string");
    ArrayNode measures = activity.putArray("oneOf");
    measures.addObject().putArray("required").add("per_hz");
    measures.addObject().putArray("required").add("per_value");
  }

  private static void share(ObjectNode schema) {
    schema.put("type", "number").put("minimum", 0).put("maximum", 1);
  }

  private static void presentation(ObjectNode schema) {
    closed(schema, Vocabulary.PRESENTATION, Vocabulary.PRESENTATION_NEEDED);
    ObjectNode keys = properties(schema);
    listOf(keys, "picture", "integer");
    words(keys.putObject("order"), PresentationFields.ORDERS);
    refer(keys, "frame", "quantity");
    refer(keys, "after", "quantity");
    refer(keys, "step", "quantity");
  }

  private static void decision(ObjectNode schema) {
    closed(schema, Vocabulary.DECISIONS, List.of());
    schema.put("minProperties", 1).put("maxProperties", 1);
    ObjectNode keys = properties(schema);
    type(keys, "largest_value", "string");
    type(keys, "most_spikes", "string");
    ObjectNode votes = keys.putObject("votes");
    closed(votes, Vocabulary.VOTES, Vocabulary.VOTES_NEEDED);
    ObjectNode voting = properties(votes);
    type(voting, "of", "string");
    type(voting, "classes", "integer");
    refer(voting, "window", "quantity");
    refer(voting, "step", "quantity");
    listOf(voting, "labels", "integer");
    ObjectNode goodness = keys.putObject("largest_goodness");
    closed(goodness, Vocabulary.LARGEST_GOODNESS, Vocabulary.LARGEST_GOODNESS);
    type(properties(goodness), "labels", "string");
    listOf(properties(goodness), "populations", "string");
  }

  private static void values(ObjectNode schema) {
    ArrayNode forms = schema.putArray("anyOf");
    forms.addObject().put("$ref", "#/$defs/quantity");
    forms.addObject().put("type", "array").putObject("items").put("type", "number");
    ObjectNode list = forms.addObject();
    closed(list, Vocabulary.LIST, List.of("values"));
    listOf(properties(list), "values", "number");
    type(properties(list), "unit", "string");
    ObjectNode shared = forms.addObject();
    closed(shared, Vocabulary.PER_CHANNEL, Vocabulary.PER_CHANNEL);
    refer(properties(shared), "per_channel", "values");
    forms.addObject().put("$ref", "#/$defs/tensor");
    forms.addObject().put("$ref", "#/$defs/distribution");
  }

  private static void distribution(ObjectNode schema) {
    closed(schema, Vocabulary.DISTRIBUTIONS.keySet(), List.of());
    schema.put("minProperties", 1).put("maxProperties", 1);
    Vocabulary.DISTRIBUTIONS.forEach((word, own) -> {
      ObjectNode figures = properties(schema).putObject(word);
      List<String> needed =
          own.stream().filter(key -> !key.equals("min") && !key.equals("max")).toList();
      closed(figures, own, needed);
      own.forEach(key -> refer(properties(figures), key, "quantity"));
    });
  }

  private static void tensor(ObjectNode schema) {
    closed(schema, Vocabulary.TENSOR, List.of("file", "tensor"));
    Vocabulary.TENSOR.forEach(key -> type(properties(schema), key, "string"));
  }

  private static void quantity(ObjectNode schema) {
    schema.put("description", "A plain number, or a number with its unit, such as '20 ms'.");
    ArrayNode types = schema.putArray("type");
    types.add("number").add("string");
  }

  private static void transmitter(ObjectNode schema) {
    List<String> names = new ArrayList<>();
    for (Transmitter transmitter : Transmitters.shipped().all()) {
      names.add(transmitter.name());
      names.addAll(transmitter.also());
    }
    words(schema, names);
  }

  /** An object with these keys and no others; their types follow. */
  private static void closed(
      ObjectNode schema, Collection<String> known, Collection<String> needed) {
    schema.put("type", "object");
    ObjectNode keys = schema.putObject("properties");
    known.forEach(keys::putObject);
    schema.put("additionalProperties", false);
    required(schema, needed);
  }

  private static ObjectNode properties(ObjectNode schema) {
    return (ObjectNode) schema.get("properties");
  }

  private static void required(ObjectNode schema, Collection<String> keys) {
    if (!keys.isEmpty()) {
      ArrayNode names = schema.putArray("required");
      keys.forEach(names::add);
    }
  }

  private static void type(ObjectNode keys, String key, String type) {
    keys.putObject(key).put("type", type);
  }

  private static void listOf(ObjectNode keys, String key, String type) {
    keys.putObject(key).put("type", "array").putObject("items").put("type", type);
  }

  private static void refer(ObjectNode keys, String key, String definition) {
    refer(keys.putObject(key), definition);
  }

  private static void refer(ObjectNode schema, String definition) {
    schema.put("$ref", "#/$defs/" + definition);
  }

  private static void named(ObjectNode keys, String key, String definition) {
    refer(keys.putObject(key).put("type", "object"), "additionalProperties", definition);
  }

  /** Rows of numbers, or a tensor in a file. */
  private static void table(ObjectNode keys, String key) {
    ArrayNode forms = keys.putObject(key).putArray("anyOf");
    ObjectNode row = forms.addObject().put("type", "array").putObject("items");
    row.put("type", "array").putObject("items").put("type", "number");
    if (!key.equals("spikes")) {
      forms.addObject().put("$ref", "#/$defs/tensor");
    }
  }

  private static void words(ObjectNode schema, Collection<String> words) {
    ArrayNode all = schema.putArray("enum");
    words.forEach(all::add);
  }
}
