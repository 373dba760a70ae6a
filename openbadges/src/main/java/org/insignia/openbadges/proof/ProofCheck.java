package org.insignia.openbadges.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonArray;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.key.KeyResolver;
import org.insignia.openbadges.key.PublicKey;
import org.insignia.openbadges.key.Resolution;
import org.insignia.openbadges.key.VerificationKey;
import org.insignia.openbadges.rdf.OverBudget;
import org.jspecify.annotations.Nullable;

/** Checks the proofs of one document; what they share is canonicalised once. */
final class ProofCheck {
  private final ProofSet set;
  private final KeyResolver keys;
  private final CheckOptions options;
  private final List<@Nullable ProofResult> results;
  private final Map<Covered, Bytes> documentHashes = new HashMap<>();

  ProofCheck(ProofSet set, KeyResolver keys, CheckOptions options) {
    this.set = set;
    this.keys = keys;
    this.options = options;
    this.results = new ArrayList<>(Collections.nCopies(set.size(), null));
  }

  ProofResult result(int index) {
    ProofResult known = results.get(index);
    if (known != null) return known;
    String pointer = set.pointer(index);
    // A chain that comes back to itself finds this and stops.
    results.set(index, invalid(pointer, ProofProblem.PREVIOUS_PROOF, "refers to itself"));
    ProofResult result = outcome(index, pointer);
    results.set(index, result);
    return result;
  }

  private ProofResult outcome(int index, String pointer) {
    try {
      if (!(set.proof(index) instanceof JsonObject proof)) {
        return invalid(pointer, ProofProblem.MALFORMED, "not an object");
      }
      ProofTerms terms = ProofTerms.of(proof, options);
      ProofResult earlier = earlierProofs(terms, pointer);
      if (earlier != null) return earlier;
      return switch (keys.resolve(terms.verificationMethod())) {
        case Resolution.Found found -> signature(terms, found.key(), pointer);
        case Resolution.NotFound missing ->
            invalid(pointer, ProofProblem.KEY_NOT_FOUND, missing.reason());
        case Resolution.Unavailable gone -> new ProofResult.Unchecked(pointer, gone.reason());
      };
    } catch (ProofFailure e) {
      return invalid(pointer, e.problem(), e.detail());
    } catch (MalformedCredential e) {
      return invalid(pointer, ProofProblem.MALFORMED, String.valueOf(e.getMessage()));
    }
  }

  /** The result that an earlier proof of the chain forces upon this one, or null. */
  private @Nullable ProofResult earlierProofs(ProofTerms terms, String pointer) {
    List<Integer> positions;
    try {
      positions = set.positions(terms.previousProof());
    } catch (MalformedCredential e) {
      return invalid(pointer, ProofProblem.PREVIOUS_PROOF, String.valueOf(e.getMessage()));
    }
    for (int position : positions) {
      switch (result(position)) {
        case ProofResult.Valid valid -> {}
        case ProofResult.Invalid bad -> {
          return invalid(pointer, ProofProblem.PREVIOUS_PROOF, bad.pointer() + " does not hold");
        }
        case ProofResult.Unchecked open -> {
          return new ProofResult.Unchecked(pointer, open.pointer() + ": " + open.because());
        }
      }
    }
    return null;
  }

  private ProofResult signature(ProofTerms terms, VerificationKey key, String pointer) {
    if (!key.purposes().contains(options.purpose())) {
      return invalid(
          pointer, ProofProblem.KEY_NOT_FOR_PURPOSE, "not published for " + options.purpose());
    }
    if (!key.mayHaveSignedAt(terms.created())) {
      return invalid(
          pointer, ProofProblem.KEY_NOT_FOR_PURPOSE, "the key had ended when this was signed");
    }
    if (!terms.suite().takes(key.key())) {
      return invalid(pointer, ProofProblem.KEY_OF_OTHER_KIND, "no key of " + terms.suite().id());
    }
    if (!verifies(terms, key)) {
      return invalid(
          pointer, ProofProblem.WRONG_SIGNATURE, "the document is not what this key signed");
    }
    return new ProofResult.Valid(pointer, terms.suite().id(), key);
  }

  private boolean verifies(ProofTerms terms, VerificationKey key) {
    JsonObject covered = set.coveredBy(terms.previousProof());
    JsonValue context = covered.get("@context");
    if (context == null) throw new ProofFailure(ProofProblem.MALFORMED, "no @context");
    JsonObject config = terms.proof().without("proofValue");
    JsonValue own = config.get("@context");
    if (own != null) {
      if (!startsWith(context, own)) {
        throw new ProofFailure(
            ProofProblem.CONTEXT_DIFFERS, "the document does not start with the proof's @context");
      }
      if (terms.suite().form() == Cryptosuite.Form.JCS) covered = covered.with("@context", own);
    }
    if (terms.suite().form() != Cryptosuite.Form.JCS) config = config.with("@context", context);
    try {
      return signed(terms, key.key(), config, covered);
    } catch (MalformedCredential e) {
      throw new ProofFailure(ProofProblem.NOT_FULLY_SIGNED, String.valueOf(e.getMessage()));
    } catch (OverBudget e) {
      throw new ProofFailure(ProofProblem.TOO_COMPLEX, "canonicalising takes too much work");
    }
  }

  private boolean signed(ProofTerms terms, PublicKey key, JsonObject config, JsonObject covered) {
    var form = new CanonicalForm(terms.suite().form(), options.contexts());
    Digests digests = Digests.of(key);
    if (terms.suite().form() == Cryptosuite.Form.SELECTIVE) {
      SelectiveCheck check = SelectiveCheck.of(terms, key);
      return check.verifies(covered, form.hash(config, digests), options.contexts());
    }
    Bytes signature = terms.signature();
    Bytes configHash = form.hash(config, digests);
    Bytes documentHash = documentHash(form, digests, terms, covered);
    return key.verifies(Digests.join(configHash, documentHash), signature);
  }

  /** What a hash depends on, within one document. */
  private record Covered(
      Cryptosuite.Form form, Digests digests, JsonValue context, List<String> previousProof) {}

  private Bytes documentHash(
      CanonicalForm form, Digests digests, ProofTerms terms, JsonObject document) {
    JsonValue context = Objects.requireNonNull(document.get("@context"));
    return documentHashes.computeIfAbsent(
        new Covered(form.form(), digests, context, terms.previousProof()),
        same -> form.hash(document, digests));
  }

  /** As lists: a single context is a list of one. */
  private static boolean startsWith(JsonValue whole, JsonValue start) {
    List<JsonValue> wholeList = whole instanceof JsonArray a ? a.elements() : List.of(whole);
    List<JsonValue> startList = start instanceof JsonArray a ? a.elements() : List.of(start);
    return startList.size() <= wholeList.size()
        && wholeList.subList(0, startList.size()).equals(startList);
  }

  private static ProofResult invalid(String pointer, ProofProblem problem, String detail) {
    return new ProofResult.Invalid(pointer, problem, detail);
  }
}
