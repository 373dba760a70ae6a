package org.insignia.server.api.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNull;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.problem.Problem.Invalid.Fault;
import org.jspecify.annotations.Nullable;

/**
 * An object of a request, read member by member. What is wrong is gathered with its JSON Pointer
 * and told at once by {@link #end}; so are members that nobody asked for, above all those by which
 * somebody would like to set what is not theirs to set.
 */
public final class Body {
  private final JsonObject object;
  private final String pointer;
  private final List<Fault> faults;
  private final Set<String> known = new LinkedHashSet<>();
  private final List<Body> parts = new ArrayList<>();

  private Body(JsonObject object, String pointer, List<Fault> faults) {
    this.object = object;
    this.pointer = pointer;
    this.faults = faults;
  }

  /**
   * The body of a request.
   *
   * @throws Problem.Unreadable where it is no JSON object in UTF-8, or names a member twice
   */
  public static Body of(byte[] json) {
    try {
      return new Body(Json.parseObject(Bytes.wrap(json)), "", new ArrayList<>());
    } catch (MalformedCredential e) {
      throw new Problem.Unreadable("the body is no JSON object: " + e.getMessage());
    }
  }

  /** Where this object stands in the request. */
  public String pointer() {
    return pointer;
  }

  /** Whether the member is there, null included. */
  public boolean has(String name) {
    known.add(name);
    return object.get(name) != null;
  }

  /** Whether the member is there and null. */
  public boolean isNull(String name) {
    known.add(name);
    return object.get(name) instanceof JsonNull;
  }

  private @Nullable JsonValue member(String name) {
    known.add(name);
    var value = object.get(name);
    return value instanceof JsonNull ? null : value;
  }

  /** Notes that something is wrong with a member. */
  public void wrong(String name, String detail) {
    faults.add(new Fault(pointer + "/" + escaped(name), detail));
  }

  /** As {@link #wrong(String, String)}, unless something is told of this member already. */
  public void wrongUnlessSaid(String name, String detail) {
    var at = pointer + "/" + escaped(name);
    if (faults.stream().noneMatch(f -> f.field().equals(at) || f.field().startsWith(at + "/"))) {
      wrong(name, detail);
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Text that must be there and say something; empty where that is noted as wrong. */
  public String required(String name, int most) {
    var text = text(name, most);
    if (text.isEmpty()) {
      wrongUnlessSaid(name, "is needed: text of 1 to " + most + " characters");
    }
    return text;
  }

  /** Text; empty where it is absent or null. */
  public String text(String name, int most) {
    return switch (member(name)) {
      case null -> "";
      case JsonString(String value) when value.length() <= most -> value.strip();
      case JsonString longer -> {
        wrong(name, "at most " + most + " characters");
        yield "";
      }
      case JsonValue other -> {
        wrong(name, "must be text");
        yield "";
      }
    };
  }

  /** One of these words. */
  public String word(String name, List<String> words, String otherwise) {
    var text = text(name, 100);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!words.contains(text)) {
      wrong(name, "one of " + String.join(", ", words));
      return otherwise;
    }
    return text;
  }

  /** A day as {@code 2026-03-31}; empty where absent. */
  public Optional<LocalDate> day(String name) {
    var text = text(name, 40);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var day = Days.read(text);
    if (day.isEmpty()) {
      wrong(name, Days.FORM);
    }
    return day;
  }

  /** true or false. */
  public boolean flag(String name, boolean otherwise) {
    return switch (member(name)) {
      case null -> otherwise;
      case JsonBoolean(boolean value) -> value;
      case JsonValue other -> {
        wrong(name, "must be true or false");
        yield otherwise;
      }
    };
  }

  /** A whole number of this range. */
  public int number(String name, int least, int most, int otherwise) {
    var value = member(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof JsonNumber number
        && number.doubleValue() == Math.rint(number.doubleValue())
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return (int) number.doubleValue();
    }
    wrong(name, "a whole number from " + least + " to " + most);
    return otherwise;
  }

  /** A number as it is written, which may be a text as well; empty where absent. */
  public String decimal(String name) {
    return switch (member(name)) {
      case null -> "";
      case JsonNumber(String literal) -> literal;
      case JsonString(String text) when text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?") -> text;
      case JsonValue other -> {
        wrong(name, "must be a number");
        yield "";
      }
    };
  }

  /** Texts of an array, each with something in it. */
  public List<String> texts(String name, int mostTexts, int mostCharacters) {
    List<String> texts = new ArrayList<>();
    var elements = elements(name, mostTexts);
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof JsonString(String text)
          && !text.isBlank()
          && text.length() <= mostCharacters) {
        texts.add(text.strip());
      } else {
        wrong(name, i, "text of 1 to " + mostCharacters + " characters");
      }
    }
    return texts;
  }

  /** Whole numbers of an array, each of this range. */
  public List<Integer> numbers(String name, int mostNumbers, int least, int most) {
    List<Integer> numbers = new ArrayList<>();
    var elements = elements(name, mostNumbers);
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof JsonNumber number
          && number.doubleValue() == Math.rint(number.doubleValue())
          && number.doubleValue() >= least
          && number.doubleValue() <= most) {
        numbers.add((int) number.doubleValue());
      } else {
        wrong(name, i, "a whole number from " + least + " to " + most);
      }
    }
    return numbers;
  }

  /** Notes that something is wrong with an element of an array. */
  public void wrong(String name, int element, String detail) {
    faults.add(new Fault(pointer + "/" + escaped(name) + "/" + element, detail));
  }

  private List<JsonValue> elements(String name, int most) {
    return switch (member(name)) {
      case null -> List.of();
      case JsonArray(List<JsonValue> elements) when elements.size() <= most -> elements;
      case JsonArray longer -> {
        wrong(name, "at most " + most + " of them");
        yield List.of();
      }
      case JsonValue other -> {
        wrong(name, "must be an array");
        yield List.of();
      }
    };
  }

  /** The object of this name; an empty one where it is absent. */
  public Body part(String name) {
    var value = member(name);
    if (value != null && !(value instanceof JsonObject)) {
      wrong(name, "must be an object");
    }
    var part =
        new Body(
            value instanceof JsonObject found ? found : new JsonObject(new LinkedHashMap<>()),
            pointer + "/" + escaped(name),
            faults);
    parts.add(part);
    return part;
  }

  /** Objects of an array that are told apart in the answer: what is wrong with one is its own. */
  public List<Body> items(String name, int most) {
    List<Body> items = new ArrayList<>();
    var elements = elements(name, most);
    for (int i = 0; i < elements.size(); i++) {
      List<Fault> own = new ArrayList<>();
      var at = pointer + "/" + escaped(name) + "/" + i;
      if (elements.get(i) instanceof JsonObject found) {
        items.add(new Body(found, at, own));
      } else {
        own.add(new Fault(at, "must be an object"));
        items.add(new Body(new JsonObject(new LinkedHashMap<>()), at, own));
      }
    }
    return items;
  }

  /** Makes what is wrong with an item of {@link #items} wrong with the whole. */
  public void take(Body item) {
    faults.addAll(item.faults());
  }

  /** Members whose names are the caller's to choose, and whose values are texts. */
  public Map<String, String> map(String name, int mostMembers, int mostCharacters) {
    Map<String, String> map = new LinkedHashMap<>();
    var part = part(name);
    if (part.object.members().size() > mostMembers) {
      wrong(name, "at most " + mostMembers + " members");
      part.known.addAll(part.object.members().keySet());
      return map;
    }
    for (var key : part.object.members().keySet()) {
      map.put(key, part.text(key, mostCharacters));
    }
    return map;
  }

  /** All that is wrong so far, members that nobody asked for included. */
  public List<Fault> faults() {
    List<Fault> all = new ArrayList<>(faults);
    unknown(all);
    return all;
  }

  private void unknown(List<Fault> into) {
    for (var name : object.members().keySet()) {
      if (!known.contains(name)) {
        into.add(
            new Fault(
                pointer + "/" + escaped(name),
                known.isEmpty()
                    ? "nothing of this name can be set"
                    : "nothing of this name can be set; known are " + String.join(", ", known)));
      }
    }
    parts.forEach(part -> part.unknown(into));
  }

  /**
   * Ends reading.
   *
   * @throws Problem.Invalid for all that is wrong
   */
  public void end() {
    var all = faults();
    if (!all.isEmpty()) {
      throw new Problem.Invalid(all);
    }
  }
}
