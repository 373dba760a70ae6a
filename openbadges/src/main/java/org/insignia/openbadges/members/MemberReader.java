package org.insignia.openbadges.members;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one object. What is missing or has the wrong form is a {@link
 * MalformedCredential} that says where; unknown members are passed over.
 */
public final class MemberReader {
  private final JsonObject object;
  private final String pointer;

  /** Reads a whole document. */
  public MemberReader(JsonObject document) {
    this(document, "");
  }

  /** Reads an object that stands at this JSON Pointer. */
  public MemberReader(JsonObject object, String pointer) {
    this.object = object;
    this.pointer = pointer;
  }

  /** Whether the member is there. */
  public boolean has(String name) {
    return object.get(name) != null;
  }

  /** A required text; of a language object its {@code @value}. */
  public String text(String name) {
    String text = optionalText(name);
    if (text == null) {
      throw wrong(name, "missing");
    }
    return text;
  }

  /** A text, or null. Of several in different languages it is the first. */
  public @Nullable String optionalText(String name) {
    return switch (object.get(name)) {
      case null -> null;
      case JsonString s -> s.value();
      case JsonObject o when o.string("@value") != null -> o.string("@value");
      case JsonArray a
          when !a.elements().isEmpty()
              && a.elements().getFirst() instanceof JsonObject o
              && o.string("@value") != null ->
          o.string("@value");
      default -> throw wrong(name, "not a text");
    };
  }

  /** The member where it is a plain string, else null. */
  public @Nullable String optionalUrl(String name) {
    return object.string(name);
  }

  /** Texts; a single one need not be in an array. */
  public List<String> texts(String name) {
    var texts = new ArrayList<String>();
    for (JsonValue value : object.list(name)) {
      if (!(value instanceof JsonString s)) {
        throw wrong(name, "not a text");
      }
      texts.add(s.value());
    }
    return texts;
  }

  /** A text as a value of its own type, or null. */
  public <T> @Nullable T optionalWord(String name, Function<String, T> word) {
    String text = optionalText(name);
    return text == null ? null : word.apply(text);
  }

  /** A required date and time with offset. */
  public Instant instant(String name) {
    return DateTimeStamp.parse(text(name), pointer + "/" + name);
  }

  /** A date and time with offset, or null. */
  public @Nullable Instant optionalInstant(String name) {
    return has(name) ? instant(name) : null;
  }

  /** A calendar date, or null. */
  public @Nullable LocalDate optionalDate(String name) {
    String text = optionalText(name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong(name, "not a date");
    }
  }

  /** A required number. */
  public BigDecimal number(String name) {
    BigDecimal number = optionalNumber(name);
    if (number == null) {
      throw wrong(name, "missing");
    }
    return number;
  }

  /** A number, or null. */
  public @Nullable BigDecimal optionalNumber(String name) {
    return switch (object.get(name)) {
      case null -> null;
      case JsonNumber n -> new BigDecimal(n.literal());
      default -> throw wrong(name, "not a number");
    };
  }

  /** true, false, or null. */
  public @Nullable Boolean optionalFlag(String name) {
    return switch (object.get(name)) {
      case null -> null;
      case JsonBoolean b -> b.value();
      default -> throw wrong(name, "neither true nor false");
    };
  }

  /** A required true or false. */
  public boolean flag(String name) {
    Boolean flag = optionalFlag(name);
    if (flag == null) {
      throw wrong(name, "missing");
    }
    return flag;
  }

  /** A required object, read by its own class. */
  public <T> T object(String name, Function<MemberReader, T> read) {
    T value = optionalObject(name, read);
    if (value == null) {
      throw wrong(name, "missing");
    }
    return value;
  }

  /** An object or null; an array of one is taken as that one. */
  public <T> @Nullable T optionalObject(String name, Function<MemberReader, T> read) {
    List<T> all = objects(name, read);
    if (all.size() > 1) {
      throw wrong(name, all.size() + " where one is allowed");
    }
    return all.isEmpty() ? null : all.getFirst();
  }

  /** As {@link #optionalObject}; a plain string, as older badges have for pictures, is an id. */
  public <T> @Nullable T optionalPicture(
      String name, Function<MemberReader, T> read, Function<String, T> ofId) {
    String id = object.string(name);
    return id == null ? optionalObject(name, read) : ofId.apply(id);
  }

  /** Objects; a single one need not be in an array. */
  public <T> List<T> objects(String name, Function<MemberReader, T> read) {
    var objects = new ArrayList<T>();
    boolean array = object.get(name) instanceof JsonArray;
    for (JsonObject each : jsons(name)) {
      String at = pointer + "/" + name + (array ? "/" + objects.size() : "");
      objects.add(read.apply(new MemberReader(each, at)));
    }
    return objects;
  }

  /** Whatever is there, as a list; a single one need not be in an array. */
  public List<JsonValue> values(String name) {
    return object.list(name);
  }

  /** Objects as they are. */
  public List<JsonObject> jsons(String name) {
    var objects = new ArrayList<JsonObject>();
    for (JsonValue value : object.list(name)) {
      if (!(value instanceof JsonObject o)) {
        throw wrong(name, "not an object");
      }
      objects.add(o);
    }
    return objects;
  }

  /** The one object as it is, or null. */
  public @Nullable JsonObject optionalJson(String name) {
    List<JsonObject> all = jsons(name);
    if (all.size() > 1) {
      throw wrong(name, all.size() + " where one is allowed");
    }
    return all.isEmpty() ? null : all.getFirst();
  }

  /** A complaint about a member of this object. */
  public MalformedCredential wrong(String name, String detail) {
    return new MalformedCredential(pointer + "/" + name, detail);
  }
}
