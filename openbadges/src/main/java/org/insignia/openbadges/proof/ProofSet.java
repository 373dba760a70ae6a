package org.insignia.openbadges.proof;

import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.JsonValue.JsonString;
import org.insignia.openbadges.json.MalformedCredential;

/** The proofs of a document, and what each of them covers. */
final class ProofSet {
  /** Real documents have one to three; each costs a key to resolve and a signature to check. */
  private static final int MOST = 16;

  private final JsonObject unsecured;
  private final boolean single;
  private final List<JsonValue> proofs;

  ProofSet(JsonObject document) {
    this.unsecured = document.without("proof");
    JsonValue member = document.get("proof");
    this.single = !(member instanceof JsonArray);
    this.proofs = document.list("proof");
  }

  int size() {
    return proofs.size();
  }

  boolean tooLarge() {
    return proofs.size() > MOST;
  }

  JsonValue proof(int index) {
    return proofs.get(index);
  }

  String pointer(int index) {
    return single ? "/proof" : "/proof/" + index;
  }

  /** Positions of the proofs that a proof names as covered too. */
  List<Integer> positions(List<String> ids) {
    var positions = new ArrayList<Integer>();
    for (String id : ids) {
      int found = -1;
      for (int i = 0; i < proofs.size(); i++) {
        if (!(proofs.get(i) instanceof JsonObject p && id.equals(p.string("id")))) continue;
        if (found >= 0) throw new MalformedCredential("/proof", "two proofs with the id " + id);
        found = i;
      }
      if (found < 0) throw new MalformedCredential("/proof", "no proof with the id " + id);
      positions.add(found);
    }
    return positions;
  }

  /** The document without proofs, but with those named. */
  JsonObject coveredBy(List<String> previousProof) {
    if (previousProof.isEmpty()) return unsecured;
    List<Integer> positions = positions(previousProof);
    var covered = new ArrayList<JsonValue>();
    for (int i = 0; i < proofs.size(); i++) {
      if (positions.contains(i)) covered.add(proofs.get(i));
    }
    return unsecured.with("proof", new JsonArray(covered));
  }

  /** The ids in {@code previousProof}; empty where there is none. */
  static List<String> previousProof(JsonObject proof) {
    var ids = new ArrayList<String>();
    for (JsonValue id : proof.list("previousProof")) {
      if (!(id instanceof JsonString s)) {
        throw new MalformedCredential("/previousProof", "not a string or list of strings");
      }
      ids.add(s.value());
    }
    if (ids.isEmpty() && proof.get("previousProof") != null) {
      throw new MalformedCredential("/previousProof", "empty");
    }
    if (ids.size() > MOST) throw new MalformedCredential("/previousProof", ids.size() + " ids");
    return ids;
  }

  static JsonObject add(JsonObject document, JsonObject proof) {
    var proofs = new ArrayList<>(document.list("proof"));
    proofs.add(proof);
    return document.with("proof", proofs.size() == 1 ? proof : new JsonArray(proofs));
  }
}
