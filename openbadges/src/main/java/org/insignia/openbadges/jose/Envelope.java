package org.insignia.openbadges.jose;

import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.proof.ProofResult;

/**
 * What an envelope held.
 *
 * @param document the credential or presentation without the claims that belong to the envelope; to
 *     be shown as signed only where the proof is {@link ProofResult.Valid}
 */
public record Envelope(JsonObject document, ProofResult proof) {}
