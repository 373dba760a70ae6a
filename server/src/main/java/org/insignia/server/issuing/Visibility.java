package org.insignia.server.issuing;

/**
 * Whether a credential may be shown to anybody: a question that the feature above answers, which
 * knows claims and privacy. Without an answer nothing is shown.
 */
public interface Visibility {
  boolean isPublic(CredentialId credential);
}
