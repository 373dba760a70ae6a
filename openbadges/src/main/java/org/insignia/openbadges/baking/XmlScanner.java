package org.insignia.openbadges.baking;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * Pulls tokens out of an XML text and knows where each stands, so that a badge can be put in
 * without touching the rest. Refuses every DOCTYPE but the bare name of SVG's own (and with it all
 * entities), other encodings than UTF-8, and documents that are too deep or too many; checks that
 * tags match.
 */
final class XmlScanner {
  enum Token {
    START,
    END,
    TEXT,
    CDATA,
    FINISH
  }

  private static final Pattern SVG_DOCTYPE =
      Pattern.compile(
          "<!DOCTYPE\\s{1,9}svg\\s{1,9}PUBLIC\\s{1,9}\"-//W3C//DTD SVG [A-Za-z0-9. ]{1,30}//EN\"\\s{1,9}"
              + "\"https?://www\\.w3\\.org/[A-Za-z0-9./-]{1,100}\"\\s{0,9}>");
  private static final int MAX_DEPTH = 128;
  private static final int MAX_ELEMENTS = 100_000;
  private static final int MAX_ATTRIBUTES = 200;

  private final String text;
  private final Deque<String> open = new ArrayDeque<>();
  private int at;
  private int elements;
  private int tokenStart;
  private boolean pendingEnd;
  private String name = "";
  private String value = "";
  private List<XmlAttribute> attributes = List.of();

  XmlScanner(String text) {
    this.text = text;
    for (int i = 0; i < text.length(); i++) {
      if (!XmlText.legal(text.charAt(i))) {
        throw malformed("character that XML forbids", i);
      }
    }
    declaration();
  }

  /** Moves to the next token; comments and processing instructions are passed over. */
  Token next() {
    if (pendingEnd) {
      pendingEnd = false;
      open.pop();
      tokenStart = at;
      return Token.END;
    }
    while (at < text.length()) {
      tokenStart = at;
      if (text.charAt(at) != '<') {
        return characters();
      }
      if (text.startsWith("<!--", at)) {
        at = after("-->", at + 4);
      } else if (text.startsWith("<?", at)) {
        at = after("?>", at + 2);
      } else if (text.startsWith("<![CDATA[", at)) {
        return cdata();
      } else if (text.startsWith("<!", at)) {
        doctype();
      } else {
        return text.startsWith("</", at) ? endTag() : startTag();
      }
    }
    if (!open.isEmpty() || elements == 0) {
      throw malformed("ends too early", at);
    }
    return Token.FINISH;
  }

  /** Name with prefix of the element whose tag was read. */
  String name() {
    return name;
  }

  /** Text of the TEXT or CDATA token. */
  String value() {
    return value;
  }

  List<XmlAttribute> attributes() {
    return attributes;
  }

  /** Elements open now; 1 right after the start tag of the root. */
  int depth() {
    return open.size();
  }

  /** Offset where the token begins. */
  int start() {
    return tokenStart;
  }

  /** Offset behind the token. */
  int end() {
    return at;
  }

  /** Whether the start tag just read is an empty-element tag. */
  boolean emptyElement() {
    return pendingEnd;
  }

  static MalformedCredential malformed(String what, int at) {
    return new MalformedCredential("", "SVG, character " + at + ": " + what);
  }

  private void declaration() {
    if (!text.startsWith("<?xml ") && !text.startsWith("<?xml\t")) {
      return;
    }
    int end = after("?>", 0);
    String declaration = text.substring(0, end).replace('\'', '"').replace(" ", "");
    int encoding = declaration.indexOf("encoding=\"");
    if (encoding >= 0) {
      int from = encoding + 10;
      String named = declaration.substring(from, Math.max(from, declaration.indexOf('"', from)));
      if (!named.equalsIgnoreCase("utf-8") && !named.equalsIgnoreCase("us-ascii")) {
        throw malformed("encoding other than UTF-8", 0);
      }
    }
    at = end;
  }

  /** Drawing programs write the public name of SVG's own DTD; it is passed over, never read. */
  private void doctype() {
    Matcher svg = SVG_DOCTYPE.matcher(text).region(at, text.length());
    if (elements > 0 || !svg.lookingAt()) {
      throw malformed("a DOCTYPE, which is not read: remove it from the picture", at);
    }
    at = svg.end();
  }

  private Token characters() {
    int end = text.indexOf('<', at);
    at = end < 0 ? text.length() : end;
    value = XmlText.unescape(text, tokenStart, at);
    if (open.isEmpty() && !value.isBlank()) {
      throw malformed("text outside of the root element", tokenStart);
    }
    return Token.TEXT;
  }

  private Token cdata() {
    int end = after("]]>", at + 9);
    value = text.substring(at + 9, end - 3);
    at = end;
    if (open.isEmpty()) {
      throw malformed("text outside of the root element", tokenStart);
    }
    return Token.CDATA;
  }

  private Token endTag() {
    at += 2;
    name = name(at);
    at += name.length();
    at = space(at);
    expect('>');
    if (open.isEmpty() || !open.pop().equals(name)) {
      throw malformed("end tag that closes nothing", tokenStart);
    }
    return Token.END;
  }

  private Token startTag() {
    at++;
    name = name(at);
    at += name.length();
    if (open.isEmpty() && elements > 0) {
      throw malformed("a second root element", tokenStart);
    }
    if (++elements > MAX_ELEMENTS || open.size() >= MAX_DEPTH) {
      throw malformed(
          "more than " + MAX_ELEMENTS + " elements, or deeper than " + MAX_DEPTH, tokenStart);
    }
    var found = new ArrayList<XmlAttribute>();
    int before = at;
    at = space(at);
    while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '/') {
      found.add(attribute(before, found));
      before = at;
      at = space(at);
    }
    attributes = found;
    pendingEnd = at < text.length() && text.charAt(at) == '/';
    at += pendingEnd ? 1 : 0;
    expect('>');
    open.push(name);
    return Token.START;
  }

  private XmlAttribute attribute(int before, List<XmlAttribute> earlier) {
    if (before == at) {
      throw malformed("attributes without space between", at);
    }
    String attribute = name(at);
    if (earlier.size() >= MAX_ATTRIBUTES
        || earlier.stream().anyMatch(a -> a.name().equals(attribute))) {
      throw malformed("an attribute twice, or more than " + MAX_ATTRIBUTES, at);
    }
    at = space(at + attribute.length());
    expect('=');
    at = space(at);
    char quote = at < text.length() ? text.charAt(at) : ' ';
    if (quote != '"' && quote != '\'') {
      throw malformed("attribute value without quotes", at);
    }
    int from = at + 1;
    at = after(String.valueOf(quote), from);
    if (text.substring(from, at).indexOf('<') >= 0) {
      throw malformed("< in an attribute value", from);
    }
    return new XmlAttribute(attribute, XmlText.unescape(text, from, at - 1), before, at);
  }

  private String name(int from) {
    int i = from;
    while (i < text.length() && nameCharacter(text.charAt(i), i == from)) {
      i++;
    }
    if (i == from) {
      throw malformed("a name is missing", from);
    }
    return text.substring(from, i);
  }

  private static boolean nameCharacter(char c, boolean first) {
    return Character.isLetter(c)
        || c == '_'
        || c == ':'
        || Character.isSurrogate(c)
        || !first && (Character.isDigit(c) || c == '-' || c == '.' || c == 0xb7);
  }

  private int space(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  private int after(String mark, int from) {
    int found = text.indexOf(mark, from);
    if (found < 0) {
      throw malformed("no " + mark + " up to the end", from);
    }
    return found + mark.length();
  }

  private void expect(char c) {
    if (at >= text.length() || text.charAt(at) != c) {
      throw malformed("expected " + c, at);
    }
    at++;
  }
}
