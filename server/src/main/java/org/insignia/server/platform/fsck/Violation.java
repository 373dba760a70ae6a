package org.insignia.server.platform.fsck;

/**
 * One row that breaks a rule.
 *
 * @param subject which one, for example {@code credential:UUID}
 * @param what how, with the values that decided; English, without personal data
 */
public record Violation(String subject, String what) {}
