package org.insignia.server.catalog.svg;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An element's name and attributes; declarations of its {@code style} count as attributes. */
final class Attributes {
  private static final int LONGEST = 1_500_000;

  private final String element;
  private final Map<String, String> values = new HashMap<>();

  Attributes(XMLStreamReader in) {
    element = in.getLocalName();
    String style = "";
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String name = in.getAttributeLocalName(i);
      String space = in.getAttributeNamespace(i);
      String value = in.getAttributeValue(i);
      if (value.length() > LONGEST) {
        throw new Unusable(SvgPicture.Why.TOO_LARGE, name);
      }
      if (name.equals("style")) {
        style = value;
      } else if (space == null || space.isEmpty() || name.equals("href")) {
        values.put(name, value.strip());
      }
    }
    for (String declaration : style.split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        values.put(
            declaration.substring(0, colon).strip(), declaration.substring(colon + 1).strip());
      }
    }
  }

  String element() {
    return element;
  }

  @Nullable String find(String name) {
    return values.get(name);
  }

  String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A length in user units; a percentage is one of {@code whole}. */
  double length(String name, double otherwise, double whole) {
    String value = values.get(name);
    if (value == null || value.equals("auto")) {
      return otherwise;
    }
    return value.endsWith("%")
        ? Numbers.of(value.substring(0, value.length() - 1)) / 100 * whole
        : Numbers.of(value.endsWith("px") ? value.substring(0, value.length() - 2) : value);
  }
}
