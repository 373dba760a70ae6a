package org.insignia.server.platform.paper.pdf;

import org.insignia.openbadges.json.Bytes;

/** Signs documents; the key stays where it is. */
public interface DocumentSeal {
  /** Who signs, as readers show it. */
  String signer();

  /** How many bytes a signature has at most. */
  int largest();

  /**
   * A detached CMS signature of PAdES baseline B (ETSI EN 319 142-1), in DER.
   *
   * @param digest SHA-256 of what is signed
   */
  Bytes sign(Bytes digest);
}
