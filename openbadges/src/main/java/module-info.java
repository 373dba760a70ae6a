/**
 * Open Badges 2.0 and 3.0, CLR 2.0 and Verifiable Credentials: read, sign, bake and verify, without
 * any input or output of its own. Documents, keys and the time are passed in.
 */
@org.jspecify.annotations.NullMarked
module org.insignia.openbadges {
  requires org.bouncycastle.provider;
  requires static transitive org.jspecify;

  exports org.insignia.openbadges.baking;
  exports org.insignia.openbadges.datamodel;
  exports org.insignia.openbadges.did;
  exports org.insignia.openbadges.intake;
  exports org.insignia.openbadges.issue;
  exports org.insignia.openbadges.jose;
  exports org.insignia.openbadges.json;
  exports org.insignia.openbadges.key;
  exports org.insignia.openbadges.model;
  exports org.insignia.openbadges.ob2;
  exports org.insignia.openbadges.proof;
  exports org.insignia.openbadges.rdf;
  exports org.insignia.openbadges.report;
  exports org.insignia.openbadges.schema;
  exports org.insignia.openbadges.status;
  exports org.insignia.openbadges.verify;
}
