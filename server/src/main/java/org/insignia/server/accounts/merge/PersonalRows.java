package org.insignia.server.accounts.merge;

/**
 * Rows of a person that go along as they are when accounts become one. The table has an {@code id}.
 *
 * @param what kind of thing, for example {@code api.token}
 * @param column names the person
 */
public record PersonalRows(String what, String table, String column) {}
