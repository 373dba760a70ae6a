package org.insignia.openbadges.baking;

/** Which standard's place in the picture holds the badge. */
public enum BakedKind {
  /** Open Badges 3.0: iTXt {@code openbadgecredential}; JSON or compact JWS. */
  OPEN_BADGE_3("openbadgecredential", "openbadges", "https://purl.imsglobal.org/ob/v3p0"),
  /** CLR 2.0: iTXt {@code clrcredential}; JSON or compact JWS. */
  CLR_2("clrcredential", "clr", "https://purl.imsglobal.org/clr/v2p0"),
  /** Open Badges 1.1 to 2.1: iTXt {@code openbadges}; JSON, compact JWS or the hosted URL. */
  OPEN_BADGE_2("openbadges", "openbadges", "http://openbadges.org"),
  /** Open Badges 1.0: tEXt {@code openbadges}; the hosted URL. In an SVG the same as 2.0. */
  OPEN_BADGE_1("openbadges", "openbadges", "http://openbadges.org");

  private final String keyword;
  private final String prefix;
  private final String namespace;

  BakedKind(String keyword, String prefix, String namespace) {
    this.keyword = keyword;
    this.prefix = prefix;
    this.namespace = namespace;
  }

  /** Keyword of the PNG chunk. */
  String keyword() {
    return keyword;
  }

  /** The prefix that readers in the field look for, though a namespace should not need one. */
  String prefix() {
    return prefix;
  }

  String namespace() {
    return namespace;
  }

  /** Local name of the SVG element. */
  String element() {
    return this == OPEN_BADGE_2 || this == OPEN_BADGE_1 ? "assertion" : "credential";
  }
}
