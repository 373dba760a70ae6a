package org.insignia.openbadges.jose;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an envelope says it is, in {@code typ}. */
enum MediaType {
  /** The VC-JWT of Open Badges 3.0 and VC Data Model 1.1. */
  JWT("JWT", Wrapping.COMPACT),
  VC_JWT("vc+jwt", Wrapping.COMPACT),
  VP_JWT("vp+jwt", Wrapping.COMPACT),
  VC_SD_JWT("vc+sd-jwt", Wrapping.SELECTIVE),
  VP_SD_JWT("vp+sd-jwt", Wrapping.SELECTIVE),
  VC_COSE("application/vc+cose", Wrapping.COSE),
  VP_COSE("application/vp+cose", Wrapping.COSE);

  enum Wrapping {
    COMPACT,
    SELECTIVE,
    COSE
  }

  private final String id;
  private final Wrapping wrapping;

  MediaType(String id, Wrapping wrapping) {
    this.id = id;
    this.wrapping = wrapping;
  }

  String id() {
    return id;
  }

  /** As {@code cty} names what is inside. */
  String content() {
    String inside = name().startsWith("VP") ? "vp" : "vc";
    return wrapping == Wrapping.COSE ? "application/" + inside : inside;
  }

  boolean presentation() {
    return name().startsWith("VP");
  }

  /** By its name in any case, {@code application/} may be left out (RFC 7515, section 4.1.9). */
  static Optional<MediaType> of(String typ, Wrapping wrapping) {
    String plain = plain(typ);
    return Arrays.stream(values())
        .filter(t -> t.wrapping == wrapping && plain(t.id).equals(plain))
        .findFirst();
  }

  boolean holds(String cty) {
    return plain(cty).equals(plain(content()));
  }

  private static String plain(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.startsWith("application/") ? lower.substring("application/".length()) : lower;
  }
}
