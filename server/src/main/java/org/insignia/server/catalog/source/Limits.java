package org.insignia.server.catalog.source;

/**
 * How much is read before reading stops, so that no file can exhaust the machine.
 *
 * @param fileBytes of one file after inflating
 * @param allBytes of all files of one import after inflating
 * @param rowBytes of one line
 * @param entries in one archive
 * @param facts in one import
 * @param problems kept for the report
 */
record Limits(long fileBytes, long allBytes, int rowBytes, int entries, int facts, int problems) {
  static final Limits USUAL = new Limits(64L << 20, 512L << 20, 1 << 20, 20_000, 500_000, 5_000);
}
