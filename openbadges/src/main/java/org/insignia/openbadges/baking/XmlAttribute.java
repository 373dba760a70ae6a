package org.insignia.openbadges.baking;

/**
 * An attribute as it stands in the text.
 *
 * @param start offset of the white space before the name
 * @param end offset behind the closing quote
 */
record XmlAttribute(String name, String value, int start, int end) {}
