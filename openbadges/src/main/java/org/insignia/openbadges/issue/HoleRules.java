package org.insignia.openbadges.issue;

import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.rdf.JsonLd.Reading;
import org.insignia.openbadges.rdf.JsonLd.Readings;

/** What may stand in the holes so that the statements keep their shape. */
record HoleRules(List<Reading> readings) {
  HoleRules {
    readings = List.copyOf(readings);
  }

  /**
   * @throws IllegalArgumentException where a hole decides more than the term that it stands in
   */
  static HoleRules of(List<JsonPointer> holes, Readings readings) {
    List<Reading> rules = new ArrayList<>();
    for (JsonPointer hole : holes) {
      Reading reading = readings.free().get(hole.toString());
      if (reading == null) {
        throw new IllegalArgumentException("more than a value stands at " + hole);
      }
      rules.add(reading);
    }
    return new HoleRules(rules);
  }

  /** Whether these values keep the shape; where not, the general way knows what to say. */
  boolean allow(List<String> values) {
    for (int hole = 0; hole < values.size(); hole++) {
      String value = values.get(hole);
      boolean taken = !(readings.get(hole) instanceof Reading.Name name) || name.takes(value);
      if (!taken || hasLoneSurrogate(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
