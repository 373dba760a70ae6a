package org.insignia.openbadges.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.rdf.CanonicalDataset;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.Dataset;
import org.insignia.openbadges.rdf.HashName;
import org.insignia.openbadges.rdf.JsonLd;
import org.insignia.openbadges.rdf.Rdfc10;
import org.insignia.openbadges.rdf.WorkBudget;

/** Checks a derived proof of ecdsa-sd-2023. */
record SelectiveCheck(SelectiveValue.Derived value, PublicKey issuerKey) {

  static SelectiveCheck of(ProofTerms terms, PublicKey issuerKey) {
    return switch (read(terms)) {
      case SelectiveValue.Derived derived -> new SelectiveCheck(derived, issuerKey);
      case SelectiveValue.Base base ->
          throw new ProofFailure(
              ProofProblem.BASE_PROOF, "a base proof is for the holder, who derives from it");
    };
  }

  private static SelectiveValue read(ProofTerms terms) {
    try {
      return SelectiveValue.read(terms.value('u'));
    } catch (MalformedCredential e) {
      throw new ProofFailure(ProofProblem.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  /**
   * @param configHash of the proof without its value
   */
  boolean verifies(JsonObject unsecured, Bytes configHash, Contexts contexts) {
    Dataset dataset = JsonLd.toDataset(unsecured, contexts);
    CanonicalDataset canonical =
        Rdfc10.canonicalize(dataset, HashName.SHA256, WorkBudget.standard());
    if (canonical.labels().size() != value.labels().size()
        || new HashSet<>(value.labels().values()).size() != value.labels().size()) {
      return false;
    }
    List<Bytes> lines =
        LabelledStatements.of(dataset.quads(), label -> name(canonical.labels(), label)).lines();
    Set<Integer> mandatoryIndexes = new HashSet<>(value.mandatoryIndexes());
    List<Bytes> mandatory = new ArrayList<>();
    List<Bytes> selected = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      (mandatoryIndexes.contains(i) ? mandatory : selected).add(lines.get(i));
    }
    if (selected.size() != value.signatures().size()
        || mandatory.size() != value.mandatoryIndexes().size()) {
      return false;
    }
    Bytes message = SelectiveDisclosure.message(configHash, value.documentKey(), mandatory);
    return issuerKey.verifies(message, value.baseSignature()) && allSigned(selected);
  }

  private boolean allSigned(List<Bytes> selected) {
    for (int i = 0; i < selected.size(); i++) {
      if (!value.documentKey().verifies(selected.get(i), value.signatures().get(i))) return false;
    }
    return true;
  }

  private String name(Map<String, String> canonical, String label) {
    String c14n = canonical.getOrDefault(label, "");
    Bytes name = c14n.isEmpty() ? null : value.labels().get(Integer.valueOf(c14n.substring(4)));
    if (name == null) {
      throw new ProofFailure(ProofProblem.WRONG_SIGNATURE, "a node without its blind name");
    }
    return Multibase.base64url(name);
  }
}
