package org.insignia.openbadges.baking;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which namespace each prefix stands for in the elements open now. */
final class XmlNames {
  private final Deque<Map<String, String>> scopes = new ArrayDeque<>();

  void enter(List<XmlAttribute> attributes) {
    Map<String, String> outer = scopes.isEmpty() ? Map.of() : scopes.peek();
    Map<String, String> own = outer;
    for (XmlAttribute attribute : attributes) {
      String prefix = declaredPrefix(attribute.name());
      if (prefix != null) {
        own = own == outer ? new HashMap<>(outer) : own;
        own.put(prefix, attribute.value());
      }
    }
    scopes.push(own);
  }

  void leave() {
    scopes.pop();
  }

  /** Namespace of an element's name; empty where it has none. */
  String namespace(String name) {
    return scopes.isEmpty() ? "" : scopes.element().getOrDefault(prefix(name), "");
  }

  /** What stands before the colon; empty where there is none. */
  static String prefix(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? "" : name.substring(0, colon);
  }

  static String localName(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  static @Nullable String declaredPrefix(String attribute) {
    if (attribute.equals("xmlns")) {
      return "";
    }
    return attribute.startsWith("xmlns:") ? attribute.substring(6) : null;
  }
}
