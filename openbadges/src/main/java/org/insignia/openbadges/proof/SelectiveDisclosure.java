package org.insignia.openbadges.proof;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.key.Multibase;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.rdf.CanonicalDataset;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.Dataset;
import org.insignia.openbadges.rdf.HashName;
import org.insignia.openbadges.rdf.Rdfc10;
import org.insignia.openbadges.rdf.WorkBudget;

/**
 * ecdsa-sd-2023: a base proof for the holder, who derives from it proofs of parts.
 *
 * @see <a href="https://www.w3.org/TR/2025/REC-vc-di-ecdsa-20250515/#ecdsa-sd-2023">Data Integrity
 *     ECDSA 1.0</a>
 */
public final class SelectiveDisclosure {
  /**
   * Mandatory in whatever we sign, where the document has it: a holder who could leave these out
   * could hide that the credential has ended or was revoked (docs/spec-divergences.md).
   */
  private static final List<String> PROTECTED =
      List.of(
          "/issuer",
          "/validFrom",
          "/validUntil",
          "/issuanceDate",
          "/expirationDate",
          "/credentialStatus",
          "/credentialSchema",
          "/refreshService",
          "/termsOfUse");

  private SelectiveDisclosure() {}

  /**
   * A copy of the document with a base proof. It is for its holder alone: who has it can show any
   * part, and verifiers refuse it.
   *
   * @throws MalformedCredential where a mandatory pointer points at nothing, or the document cannot
   *     be signed without losing something of it
   */
  public static JsonObject sign(
      JsonObject document, KeyPair key, ProofOptions options, SecureRandom random) {
    byte[] hmacKey = new byte[32];
    random.nextBytes(hmacKey);
    return sign(
        document, key, options, new Secrets(KeyPair.generateP256(random), Bytes.wrap(hmacKey)));
  }

  /** What is made up for one document. */
  record Secrets(KeyPair documentKey, Bytes hmacKey) {}

  static JsonObject sign(JsonObject document, KeyPair key, ProofOptions options, Secrets secrets) {
    if (options.suite() != Cryptosuite.ECDSA_SD_2023 || !options.suite().takes(key.publicKey())) {
      throw new IllegalArgumentException("ecdsa-sd-2023 takes a P-256 key");
    }
    JsonValue context = document.get("@context");
    if (context == null) throw new MalformedCredential("/@context", "missing");
    JsonObject unsecured = document.without("proof");
    List<String> mandatory = mandatory(unsecured, options.mandatoryPointers());
    var selectable = new SelectableDocument(unsecured, options.contexts(), secrets.hmacKey());
    SortedSet<Integer> shown = selectable.part(pointers(mandatory)).positions();
    List<Bytes> always = new ArrayList<>();
    List<Bytes> signatures = new ArrayList<>();
    for (int i = 0; i < selectable.lines().size(); i++) {
      Bytes line = selectable.lines().get(i);
      if (shown.contains(i)) always.add(line);
      else signatures.add(secrets.documentKey().sign(line));
    }
    ProofConfig config = ProofConfig.of(context, key.publicKey(), options);
    PublicKey.P256 documentKey = (PublicKey.P256) secrets.documentKey().publicKey();
    Bytes signature = key.sign(message(config.hash(), documentKey, always));
    var value =
        new SelectiveValue.Base(signature, documentKey, secrets.hmacKey(), signatures, mandatory);
    return ProofSet.add(document, config.withValue(value.encode()));
  }

  /**
   * The part of a document that its holder wants to show, with a proof that verifiers take.
   *
   * @param selectivePointers what to show besides what is mandatory
   * @throws MalformedCredential where there is no base proof, a pointer points at nothing or into
   *     the middle of an ordered list
   */
  public static JsonObject derive(
      JsonObject document, List<String> selectivePointers, Contexts contexts) {
    JsonObject proof = baseProof(document);
    SelectiveValue.Base base = (SelectiveValue.Base) value(proof);
    JsonObject unsecured = document.without("proof");
    var selectable = new SelectableDocument(unsecured, contexts, base.hmacKey());
    SortedSet<Integer> mandatory = selectable.part(pointers(base.mandatoryPointers())).positions();
    var combined = new LinkedHashSet<>(base.mandatoryPointers());
    combined.addAll(selectivePointers);
    List<JsonPointer> shown = pointers(List.copyOf(combined));
    if (shown.isEmpty()) throw new MalformedCredential("", "nothing is selected");
    SelectableDocument.Part part = selectable.part(shown);
    if (base.signatures().size() != selectable.lines().size() - mandatory.size()) {
      throw new MalformedCredential("/proof/proofValue", "not the signatures of this document");
    }
    var derived =
        new SelectiveValue.Derived(
            base.baseSignature(),
            base.documentKey(),
            signatures(base, selectable.lines().size(), mandatory, part.positions()),
            labels(part.dataset(), selectable),
            relative(mandatory, part.positions()));
    return JsonSelection.of(unsecured, shown)
        .with("proof", proof.with("proofValue", JsonValue.of(derived.encode())));
  }

  /** What the issuer's key signs. */
  static Bytes message(Bytes configHash, PublicKey documentKey, List<Bytes> mandatory) {
    Bytes start = Digests.join(configHash, SelectiveValue.multikey(documentKey));
    return Digests.join(start, LabelledStatements.hash(mandatory));
  }

  private static List<String> mandatory(JsonObject unsecured, List<String> asked) {
    var mandatory = new LinkedHashSet<>(asked);
    for (String pointer : PROTECTED) {
      if (unsecured.get(pointer.substring(1)) != null) mandatory.add(pointer);
    }
    return List.copyOf(mandatory);
  }

  private static List<JsonPointer> pointers(List<String> texts) {
    return texts.stream().map(JsonPointer::parse).toList();
  }

  private static JsonObject baseProof(JsonObject document) {
    for (JsonValue value : document.list("proof")) {
      if (value instanceof JsonObject proof
          && Cryptosuite.of(proof).equals(Optional.of(Cryptosuite.ECDSA_SD_2023))
          && value(proof) instanceof SelectiveValue.Base) {
        return proof;
      }
    }
    throw new MalformedCredential("/proof", "no base proof of ecdsa-sd-2023");
  }

  private static SelectiveValue value(JsonObject proof) {
    String text = proof.string("proofValue");
    if (text == null || !text.startsWith("u")) {
      throw new MalformedCredential("/proof/proofValue", "does not start with u");
    }
    return SelectiveValue.read(Multibase.decode(text));
  }

  private static List<Bytes> signatures(
      SelectiveValue.Base base, int lines, SortedSet<Integer> mandatory, SortedSet<Integer> shown) {
    var signatures = new ArrayList<Bytes>();
    int next = 0;
    for (int i = 0; i < lines; i++) {
      if (mandatory.contains(i)) continue;
      if (shown.contains(i)) signatures.add(base.signatures().get(next));
      next++;
    }
    return signatures;
  }

  /** From the number of the canonical label that a verifier will see to the blind name. */
  private static SequencedMap<Integer, Bytes> labels(Dataset part, SelectableDocument whole) {
    CanonicalDataset canonical = Rdfc10.canonicalize(part, HashName.SHA256, WorkBudget.standard());
    var labels = new LinkedHashMap<Integer, Bytes>();
    canonical
        .labels()
        .forEach((label, c14n) ->
            labels.put(
                Integer.valueOf(c14n.substring("c14n".length())),
                Multibase.decode(whole.name(label))));
    return labels;
  }

  /** Positions of the mandatory statements among those shown. */
  private static List<Integer> relative(SortedSet<Integer> mandatory, SortedSet<Integer> shown) {
    var relative = new ArrayList<Integer>();
    int at = 0;
    for (int position : shown) {
      if (mandatory.contains(position)) relative.add(at);
      at++;
    }
    return relative;
  }
}
