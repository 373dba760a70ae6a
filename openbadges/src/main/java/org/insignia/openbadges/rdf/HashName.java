package org.insignia.openbadges.rdf;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash inside RDFC-1.0; a suite over P-384 uses SHA-384, everything else SHA-256. */
public enum HashName {
  SHA256("SHA-256"),
  SHA384("SHA-384");

  private final String jdkName;

  HashName(String jdkName) {
    this.jdkName = jdkName;
  }

  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(jdkName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + jdkName, e);
    }
  }
}
