package org.insignia.openbadges.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonNumber;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;

/**
 * A position in a status list: {@code credentialStatus} of type BitstringStatusListEntry.
 *
 * @param listUrl statusListCredential, where the list is published
 * @param index counted in entries from 0, the leftmost
 * @param size bits of one entry, 1 to 32; 1 unless the purpose is {@code message}
 * @param references statusReference: where more about the status is published; often empty
 */
public record StatusEntry(
    String listUrl, long index, StatusPurpose purpose, int size, List<String> references) {
  private static final String TYPE = "BitstringStatusListEntry";
  private static final int MAX_REFERENCES = 4;

  public StatusEntry {
    references = List.copyOf(references);
    if (index < 0 || size < 1 || size > 32) {
      throw new MalformedCredential("", "status index " + index + " with " + size + " bits");
    }
  }

  /** An entry that refers to nothing else. */
  public StatusEntry(String listUrl, long index, StatusPurpose purpose, int size) {
    this(listUrl, index, purpose, size, List.of());
  }

  /** An entry of one bit. */
  public StatusEntry(String listUrl, long index, StatusPurpose purpose) {
    this(listUrl, index, purpose, 1);
  }

  /** This entry, with a place where more about the status is published. */
  public StatusEntry referringTo(String url) {
    return new StatusEntry(listUrl, index, purpose, size, List.of(url));
  }

  /** Whether this is what {@link #read} reads. */
  public static boolean isEntry(JsonObject status) {
    return status.list("type").contains(JsonValue.of(TYPE));
  }

  /**
   * @param pointer where the object stands in its credential
   * @throws MalformedCredential where a member is missing or wrong; the index must be a string of
   *     ASCII digits
   */
  public static StatusEntry read(JsonObject status, String pointer) {
    String list = status.string("statusListCredential");
    if (list == null || list.isBlank()) {
      throw new MalformedCredential(pointer + "/statusListCredential", "missing or no string");
    }
    if (!(status.get("statusPurpose") instanceof JsonString purpose)) {
      throw new MalformedCredential(pointer + "/statusPurpose", "missing or no string");
    }
    return new StatusEntry(
        list,
        index(status, pointer + "/statusListIndex"),
        StatusPurpose.of(purpose.value(), pointer + "/statusPurpose"),
        size(status, pointer + "/statusSize"),
        references(status));
  }

  /** As it stands in a credential; its id is the list's URL with the index as fragment. */
  public JsonObject toJson() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", listUrl + "#" + index);
    members.put("type", TYPE);
    members.put("statusPurpose", purpose.text());
    members.put("statusListIndex", Long.toString(index));
    members.put("statusListCredential", listUrl);
    if (size != 1) {
      members.put("statusSize", size);
    }
    if (!references.isEmpty()) {
      members.put("statusReference", references.size() == 1 ? references.getFirst() : references);
    }
    return (JsonObject) JsonValue.from(members);
  }

  private static long index(JsonObject status, String pointer) {
    String digits = status.string("statusListIndex");
    if (digits == null || digits.isEmpty() || digits.length() > 12) {
      throw new MalformedCredential(pointer, "not a string of 1 to 12 digits");
    }
    long index = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new MalformedCredential(pointer, "not a string of ASCII digits");
      }
      index = index * 10 + digit;
    }
    return index;
  }

  /** Of what is no string, or more than anybody needs, nothing is kept: it decides nothing. */
  private static List<String> references(JsonObject status) {
    return status.list("statusReference").stream()
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).value())
        .limit(MAX_REFERENCES)
        .toList();
  }

  static int size(JsonObject holder, String pointer) {
    return switch (holder.get("statusSize")) {
      case null -> 1;
      case JsonNumber n when n.literal().matches("[1-9]|[12][0-9]|3[0-2]") ->
          Integer.parseInt(n.literal());
      default -> throw new MalformedCredential(pointer, "not a whole number from 1 to 32");
    };
  }
}
