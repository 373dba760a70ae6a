package org.insignia.server.sharing.export.web;

/**
 * Where a person takes everything away.
 *
 * @param again text of when it can be done again; empty where it can be done now
 */
public record ExportPage(String again) {}
