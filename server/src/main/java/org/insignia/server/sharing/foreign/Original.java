package org.insignia.server.sharing.foreign;

import org.insignia.openbadges.json.Bytes;

/**
 * A badge as it was handed in.
 *
 * @param type json, jwt, png, svg, pdf or cose
 */
public record Original(Bytes bytes, String type) {

  /** The ending of a file name for it. */
  public String ending() {
    return type.equals("cose") ? "cbor" : type;
  }
}
