package org.insignia.server.insights.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads JSON of any length, item by item; also several documents one after the other (JSON Lines).
 * Items are the elements of certain lists.
 */
public final class JsonItems {
  /** An item with a text between what it may have and this is refused by itself. */
  private static final int LONGEST_READ = 16 * Budget.LONGEST_TEXT;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Budget.DEEPEST)
                  .maxStringLength(LONGEST_READ)
                  .maxNumberLength(100)
                  .maxNameLength(1000)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Written by tools that have no null; read as nothing there.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /**
   * Where items stand.
   *
   * @param lists names of lists at the top of the document, or one level below it under any name;
   *     empty text for the document itself being a list
   * @param maps names of objects whose members are lists of items, by holder
   * @param top whether an object at the top that has none of these is an item itself
   */
  public record Where(List<String> lists, List<String> maps, boolean top) {}

  private final Where where;
  private final Items items;
  private String next = "";

  private JsonItems(Where where, Items items) {
    this.where = where;
    this.items = items;
  }

  /**
   * Reads a document to its end.
   *
   * @return the address of the next page where the document names one, else empty
   */
  public static String read(InputStream in, String charset, Where where, Items items)
      throws IOException, Unreadable {
    try (var reader = Characters.of(in, charset);
        var parser = FACTORY.createParser(ObjectReadContext.empty(), reader)) {
      var json = new JsonItems(where, items);
      while (parser.nextToken() != null) {
        json.top(parser);
      }
      return json.next;
    } catch (JacksonException e) {
      throw unreadable(e, charset);
    } catch (java.nio.charset.CharacterCodingException e) {
      throw Characters.wrong(charset);
    }
  }

  /** One document as a value, for small ones. */
  static Value read(Reader text) throws IOException, Unreadable {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return new JsonItems(new Where(List.of(), List.of(), false), (item, holder) -> {})
          .value(parser, new Budget());
    } catch (JacksonException e) {
      throw unreadable(e, "");
    }
  }

  private static Unreadable unreadable(JacksonException e, String charset) {
    if (e.getCause() instanceof java.nio.charset.CharacterCodingException) {
      return Characters.wrong(charset);
    }
    var at = e.getLocation();
    var where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    return new Unreadable(
        where
            + "not the JSON that was expected: "
            + e.getOriginalMessage().replaceFirst("(?s): (was )?expect(ed|ing).*", ""));
  }

  private void top(JsonParser parser) throws Unreadable {
    switch (parser.currentToken()) {
      case START_ARRAY -> {
        if (where.lists().contains("")) {
          list(parser, "");
        } else {
          parser.skipChildren();
        }
      }
      case START_OBJECT -> object(parser, "", 0);
      default -> parser.skipChildren();
    }
  }

  /**
   * @param depth 0 at the top, 1 below it
   */
  private void object(JsonParser parser, String holder, int depth) throws Unreadable {
    Map<String, Value> rest = new LinkedHashMap<>();
    var budget = new Budget();
    boolean found = false;
    @Nullable Value unfit = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      var token = parser.nextToken();
      if (token == JsonToken.START_ARRAY && where.lists().contains(name)) {
        found = true;
        list(parser, holder);
      } else if (depth == 0 && token == JsonToken.START_OBJECT && where.maps().contains(name)) {
        found = true;
        holders(parser);
      } else if (depth == 0 && token == JsonToken.START_ARRAY && where.maps().contains(name)) {
        found = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          within(parser, holder, depth);
        }
      } else {
        var value = item(parser, budget);
        if (value instanceof Value.Unfit) {
          budget.pass();
          unfit = unfit == null ? value : unfit;
        } else {
          rest.put(name, value);
        }
      }
    }
    if (depth == 0) {
      notice(new Value.Fields(rest));
      if (!found && where.top()) {
        items.item(unfit == null ? new Value.Fields(rest) : unfit, holder);
      }
    }
  }

  private void holders(JsonParser parser) throws Unreadable {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var holder = parser.currentName();
      parser.nextToken();
      within(parser, holder, 0);
    }
  }

  private void within(JsonParser parser, String holder, int depth) throws Unreadable {
    switch (parser.currentToken()) {
      case START_ARRAY -> list(parser, holder);
      case START_OBJECT -> object(parser, holder, depth + 1);
      default -> parser.skipChildren();
    }
  }

  private void list(JsonParser parser, String holder) throws Unreadable {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.item(item(parser, new Budget()), holder);
    }
  }

  /** What the parser stands at; passed over to its end where it is too large. */
  private Value item(JsonParser parser, Budget budget) throws Unreadable {
    int level = parser.streamReadContext().getNestingDepth();
    int outside = parser.currentToken().isStructStart() ? level - 1 : level;
    try {
      return value(parser, budget);
    } catch (Oversized e) {
      while (parser.streamReadContext().getNestingDepth() > outside) {
        parser.nextToken();
        budget.pass();
      }
      return new Value.Unfit(String.valueOf(e.getMessage()));
    }
  }

  private void notice(Value top) {
    var link = top.at("next").text();
    next = link.isEmpty() ? top.text("links", "next") : link;
  }

  private Value value(JsonParser parser, Budget budget) throws Unreadable {
    var token = parser.currentToken();
    if (token == null) {
      return Value.ABSENT;
    }
    budget.spend(token.isScalarValue() ? parser.getStringLength() : 0);
    return switch (token) {
      case VALUE_STRING -> new Value.Text(parser.getString());
      case VALUE_NUMBER_INT -> new Value.Number(parser.getString());
      case VALUE_NUMBER_FLOAT ->
          parser.isNaN() ? Value.ABSENT : new Value.Number(parser.getString());
      case VALUE_TRUE -> new Value.Flag(true);
      case VALUE_FALSE -> new Value.Flag(false);
      case START_ARRAY -> {
        List<Value> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(value(parser, budget));
        }
        yield new Value.Many(values);
      }
      case START_OBJECT -> {
        Map<String, Value> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          var name = parser.currentName();
          budget.spend(name.length());
          parser.nextToken();
          fields.put(name, value(parser, budget));
        }
        yield new Value.Fields(fields);
      }
      default -> Value.ABSENT;
    };
  }
}
