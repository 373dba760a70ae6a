package org.insignia.openbadges.jose;

import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.proof.ProofResult;
import org.jspecify.annotations.Nullable;

/**
 * What an envelope held.
 *
 * @param document the credential or presentation without the claims that belong to the envelope; to
 *     be shown as signed only where the proof is {@link ProofResult.Valid}
 * @param holder what checking the holder's key binding of an SD-JWT found; null where there is none
 *     and none is needed
 */
public record Envelope(JsonObject document, ProofResult proof, @Nullable ProofResult holder) {}
