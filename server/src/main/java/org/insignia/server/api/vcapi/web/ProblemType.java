package org.insignia.server.api.vcapi.web;

/** The kinds of problem that the standards have names for. */
enum ProblemType {
  PARSING_ERROR("https://www.w3.org/TR/vc-data-model#"),
  MALFORMED_VALUE_ERROR("https://www.w3.org/TR/vc-data-model#"),
  CRYPTOGRAPHIC_SECURITY_ERROR("https://www.w3.org/TR/vc-data-model#"),
  PROOF_TRANSFORMATION_ERROR("https://w3id.org/security#"),
  STATUS_VERIFICATION_ERROR("https://www.w3.org/ns/credentials/status-list#");

  private final String vocabulary;

  ProblemType(String vocabulary) {
    this.vocabulary = vocabulary;
  }

  String uri() {
    return vocabulary + name();
  }
}
