/**
 * Entry points for a fuzzer, one for each parser of hostile input, in the form that Jazzer calls.
 * Start at {@link org.insignia.openbadges.fuzz.FuzzTargetsTest}, which gives each a short run.
 */
package org.insignia.openbadges.fuzz;
