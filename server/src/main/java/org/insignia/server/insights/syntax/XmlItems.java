package org.insignia.server.insights.syntax;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of any length, item by item: every element of certain names. Documents with a document
 * type are refused, so there are no entities but the five of XML, and nothing is fetched.
 */
public final class XmlItems {
  private static final int PIECE = 64 * 1024;
  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader xml;
  private final Items items;
  private int level;

  private XmlItems(XMLStreamReader xml, Items items) {
    this.xml = xml;
    this.items = items;
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // A text comes in pieces, so that a long one is stopped before it fills the memory.
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty("jdk.xml.cdataChunkSize", PIECE);
    return factory;
  }

  /**
   * Reads a document to its end. Elements are known by their names without prefix; attributes stand
   * under {@code @name}, text beside other things under {@code #text}.
   *
   * @param charset as the sender named it; empty where the document says it itself
   * @param names the elements that are items; each comes with its name as its holder
   */
  public static void read(InputStream in, String charset, Set<String> names, Items items)
      throws Unreadable {
    try {
      var encoding = charset.isEmpty() ? null : Characters.named(charset).name();
      var xml =
          encoding == null
              ? FACTORY.createXMLStreamReader(in)
              : FACTORY.createXMLStreamReader(in, encoding);
      try {
        new XmlItems(xml, items).document(names);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      var at = e.getLocation();
      var where =
          at == null
              ? ""
              : "line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ": ";
      throw new Unreadable(where + "not the XML that was expected");
    }
  }

  private void document(Set<String> names) throws XMLStreamException, Unreadable {
    int depth = 0;
    while (xml.hasNext()) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (names.contains(xml.getLocalName())) {
            var name = xml.getLocalName();
            items.item(item(depth), name);
          } else if (++depth > Budget.DEEPEST) {
            throw new Unreadable("nested deeper than " + Budget.DEEPEST);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }

  private int next() throws XMLStreamException, Unreadable {
    int event = xml.next();
    level += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
    level -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new Unreadable("it has a document type or entities, which are not read");
    }
    return event;
  }

  /** The element the reader stands at; passed over to its end where it is too large. */
  private Value item(int depth) throws XMLStreamException, Unreadable {
    int outside = level - 1;
    var budget = new Budget();
    try {
      return element(budget, depth);
    } catch (Oversized e) {
      while (level > outside) {
        next();
        budget.pass();
      }
      return new Value.Unfit(String.valueOf(e.getMessage()));
    }
  }

  /** The element the reader stands at, up to its end. */
  private Value element(Budget budget, int depth) throws XMLStreamException, Unreadable {
    if (depth > Budget.DEEPEST) {
      throw new Unreadable("nested deeper than " + Budget.DEEPEST);
    }
    Map<String, List<Value>> fields = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      var value = xml.getAttributeValue(i);
      budget.spend(value.length());
      fields
          .computeIfAbsent("@" + xml.getAttributeLocalName(i), name -> new ArrayList<>())
          .add(new Value.Text(value));
    }
    var text = new StringBuilder();
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          var name = xml.getLocalName();
          var value = element(budget, depth + 1);
          fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          budget.spend(xml.getTextLength());
          text.append(xml.getText());
          budget.text(text.length());
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return value(fields, text.toString());
        }
        default -> {}
      }
    }
  }

  private static Value value(Map<String, List<Value>> fields, String text) {
    if (fields.isEmpty()) {
      return new Value.Text(text);
    }
    Map<String, Value> values = new LinkedHashMap<>();
    fields.forEach(
        (name, all) -> values.put(name, all.size() == 1 ? all.getFirst() : new Value.Many(all)));
    if (!text.isBlank()) {
      values.put("#text", new Value.Text(text));
    }
    return new Value.Fields(values);
  }
}
