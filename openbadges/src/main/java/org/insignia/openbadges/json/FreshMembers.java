package org.insignia.openbadges.json;

import java.util.LinkedHashMap;

/** Members that only this package holds, until it hands them to one object. */
final class FreshMembers extends LinkedHashMap<String, JsonValue> {
  private static final long serialVersionUID = 1L;
}
