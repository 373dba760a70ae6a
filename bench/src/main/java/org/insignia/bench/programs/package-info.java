/** Loads as programs make them. Start at {@link org.insignia.bench.programs.ProgramLoad}. */
package org.insignia.bench.programs;
