/**
 * What JSON-LD contexts say, compiled into tables of terms. Start at {@link
 * org.insignia.openbadges.rdf.context.ContextCompiler}.
 */
package org.insignia.openbadges.rdf.context;
