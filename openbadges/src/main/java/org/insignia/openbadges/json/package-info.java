/** Strict JSON as values. Start at {@link org.insignia.openbadges.json.Json}. */
package org.insignia.openbadges.json;
