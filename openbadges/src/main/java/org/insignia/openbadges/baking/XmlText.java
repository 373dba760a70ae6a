package org.insignia.openbadges.baking;

import org.insignia.openbadges.json.MalformedCredential;

/** Characters and references of XML 1.0 without a DTD. */
final class XmlText {
  private XmlText() {}

  /** Resolves character references and the five built-in entities; there are no others. */
  static String unescape(String text, int from, int to) {
    var out = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '&') {
        int end = text.indexOf(';', i);
        if (end < 0 || end >= to || end - i > 10) {
          throw XmlScanner.malformed("reference without end", i);
        }
        out.appendCodePoint(reference(text.substring(i + 1, end), i));
        i = end;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static int reference(String name, int at) {
    return switch (name) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> character(name, at);
    };
  }

  private static int character(String name, int at) {
    try {
      if (name.startsWith("#x")) {
        return checked(Integer.parseInt(name.substring(2), 16), at);
      }
      if (name.startsWith("#")) {
        return checked(Integer.parseInt(name.substring(1)), at);
      }
    } catch (NumberFormatException e) {
      throw new MalformedCredential("", "SVG, character " + at + ": reference is not a number");
    }
    throw XmlScanner.malformed("entity that XML does not define", at);
  }

  private static int checked(int codePoint, int at) {
    if (!Character.isValidCodePoint(codePoint)
        || codePoint >= 0xd800 && codePoint <= 0xdfff
        || codePoint < 0x10000 && !legal((char) codePoint)) {
      throw XmlScanner.malformed("reference to a character that XML forbids", at);
    }
    return codePoint;
  }

  /** Whether XML 1.0 allows this character; surrogates were checked by the UTF-8 decoder. */
  static boolean legal(char c) {
    return c >= 0x20 ? c < 0xfffe : c == '\t' || c == '\n' || c == '\r';
  }

  /** For an attribute value in double quotes. */
  static String escapeAttribute(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** JSON as one or more CDATA sections: where the text holds the end mark, it is split there. */
  static String cdata(String json) {
    var out = new StringBuilder(json.length() + 32).append("<![CDATA[");
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '>' && i >= 2 && json.charAt(i - 1) == ']' && json.charAt(i - 2) == ']') {
        out.append("]]><![CDATA[");
      }
      if (legal(c)) {
        out.append(c);
      } else {
        out.append("\\u%04x".formatted((int) c)); // JSON can say it, XML cannot hold it
      }
    }
    return out.append("]]>").toString();
  }
}
