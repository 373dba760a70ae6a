/**
 * Conformance of credentials to the JSON Schemas of 1EdTech. Start at {@link
 * org.insignia.openbadges.schema.SchemaCheck}.
 */
package org.insignia.openbadges.schema;
