package org.insignia.openbadges.issue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonPointer;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.openbadges.rdf.Canonical;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.JsonLd;
import org.insignia.openbadges.rdf.JsonLd.Readings;
import org.insignia.openbadges.shape.ByteSink;
import org.insignia.openbadges.shape.Scratch;
import org.insignia.openbadges.shape.SlotContents;
import org.insignia.openbadges.shape.StatementCompiler;
import org.insignia.openbadges.shape.StatementTemplate;
import org.jspecify.annotations.Nullable;

/**
 * A credential with holes: what one achievement's credentials have in common is read once, and each
 * of them costs little more than its hash and its signature.
 *
 * <p>A hole is one string. A credential with a member more or less, or with an array of another
 * length, is another template. The result is always what the general way gives, byte for byte;
 * where the values do not allow the short way, the general way is taken.
 *
 * <p>Immutable, for any number of threads.
 */
public final class Template {
  private final Skeleton skeleton;
  private final HoleRules rules;
  private final StatementTemplate statements;
  private final Contexts contexts;

  private Template(
      Skeleton skeleton, HoleRules rules, StatementTemplate statements, Contexts contexts) {
    this.skeleton = skeleton;
    this.rules = rules;
    this.statements = statements;
    this.contexts = contexts;
  }

  /**
   * Compiles a template.
   *
   * @param example a credential without a proof; what stands in the holes does not matter
   * @param holes where the values go: each points at a string that is neither a type nor a context
   * @throws org.insignia.openbadges.json.MalformedCredential where the example cannot be signed
   * @throws IllegalArgumentException where a hole is no such place
   */
  public static Template compile(JsonObject example, List<JsonPointer> holes, Contexts contexts) {
    if (example.get("proof") != null) {
      throw new IllegalArgumentException("the example has a proof already");
    }
    var skeleton = Skeleton.of(example, holes);
    List<String> placeholders = Skeleton.placeholders(holes.size());
    Readings readings = JsonLd.toReadings(skeleton.fill(placeholders), contexts);
    HoleRules rules = HoleRules.of(holes, readings);
    StatementTemplate statements =
        new StatementCompiler(readings.dataset(), placeholders).compile(digest());
    return new Template(skeleton, rules, statements, contexts);
  }

  /** Number of values that a credential needs. */
  public int holes() {
    return skeleton.holes();
  }

  /** The credential of these values, in the order of the holes, without a proof. */
  public JsonObject fill(List<String> values) {
    return skeleton.fill(values);
  }

  /**
   * The canonical N-Quads of the credential of these values.
   *
   * @throws org.insignia.openbadges.json.MalformedCredential where a value cannot stand in its hole
   */
  public Bytes canonical(List<String> values) {
    SlotContents contents = contents(values);
    ByteSink written = contents == null ? null : statements(contents);
    return written == null ? Canonical.form(fill(values), contexts) : Bytes.wrap(written.toBytes());
  }

  /** What goes into the slots; null where these values need the general way. */
  @Nullable SlotContents contents(List<String> values) {
    return rules.allow(values) ? SlotContents.of(values, statements.nodeCount()) : null;
  }

  /** The canonical N-Quads; null where these values need the general way. */
  @Nullable ByteSink statements(SlotContents contents) {
    return statements.write(contents, digest());
  }

  /** The hash of the canonical N-Quads; null where these values need the general way. */
  byte @Nullable [] statementHash(SlotContents contents, MessageDigest outer) {
    return statements.hash(contents, digest(), outer);
  }

  /** The hash of the canonical JSON. */
  byte[] jsonHash(SlotContents contents, MessageDigest digest) {
    return Scratch.with(sink -> {
      skeleton.canonicalJson().write(sink, contents);
      return sink.digest(digest);
    });
  }

  /** The JSON with this proof, as it stands behind the last member. */
  Bytes json(SlotContents contents, byte[] start, byte[] proofValue, byte[] end) {
    return Scratch.with(sink -> {
      skeleton.json().write(sink, contents);
      sink.append(start);
      sink.append(proofValue);
      sink.append(end);
      return Bytes.wrap(sink.copy());
    });
  }

  JsonValue context() {
    return Objects.requireNonNull(skeleton.example().get("@context"));
  }

  /**
   * Signs credentials of this template.
   *
   * @param options their {@code created} is that of every credential signed
   * @throws IllegalArgumentException for a suite of selective disclosure, another kind of key,
   *     other contexts, or options that name earlier proofs
   */
  public TemplateSigner signer(KeyPair key, ProofOptions options) {
    if (!options.contexts().equals(contexts)) {
      throw new IllegalArgumentException("compiled with other contexts");
    }
    return TemplateSigner.of(this, key, options);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Template" + Json.write(skeleton.example());
  }
}
