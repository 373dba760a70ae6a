package org.insignia.server.api.credly.objects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Reads what we wrote into a column of JSON. */
final class StoredJson {
  private StoredJson() {}

  static List<Map<String, Object>> maps(JsonMapper json, String text) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (var element : json.readValue(text, List.class)) {
      all.add(map((Map<?, ?>) element));
    }
    return all;
  }

  static Map<String, String> texts(JsonMapper json, String text) {
    Map<String, String> all = new LinkedHashMap<>();
    map(json.readValue(text, Map.class)).forEach((key, value) -> all.put(key, value.toString()));
    return all;
  }

  private static Map<String, Object> map(Map<?, ?> read) {
    Map<String, Object> map = new LinkedHashMap<>();
    read.forEach((key, value) -> map.put(String.valueOf(key), value));
    return map;
  }
}
