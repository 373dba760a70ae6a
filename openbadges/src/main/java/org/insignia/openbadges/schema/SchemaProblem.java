package org.insignia.openbadges.schema;

/**
 * One way in which a credential differs from its schema.
 *
 * @param pointer JSON Pointer of the value, empty for the whole credential
 * @param detail English, without values of the credential
 */
public record SchemaProblem(String pointer, String detail) {}
