/**
 * Fuzz targets, one for each reader of hostile input, with the properties that must hold; run
 * shortly by the tests and at length by Jazzer. Start at {@link
 * org.insignia.openbadges.fuzz.FuzzTarget}, docs/testing.md says how to run them.
 */
package org.insignia.openbadges.fuzz;
