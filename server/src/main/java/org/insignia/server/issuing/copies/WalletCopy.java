package org.insignia.server.issuing.copies;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.insignia.server.issuing.CredentialId;
import org.jspecify.annotations.Nullable;

/**
 * A badge in a wallet.
 *
 * @param holder the DID of the wallet's key
 * @param withdrawnAt when its owner took it back; null while it follows the badge
 * @param told what the wallet said of it last; null where it said nothing
 */
public record WalletCopy(
    UUID id,
    CredentialId credential,
    String holder,
    Form form,
    Instant madeAt,
    @Nullable Instant withdrawnAt,
    @Nullable Told told) {

  /** The formats of OpenID4VCI that a wallet can choose from. */
  public enum Form {
    /** JSON-LD with a proof inside. */
    LDP_VC("ldp_vc"),
    /** The JWT of Open Badges 3.0. */
    JWT_VC_JSON("jwt_vc_json");

    private final String word;

    Form(String word) {
      this.word = word;
    }

    /** As the standard spells it. */
    public String word() {
      return word;
    }

    static Form of(String word) {
      return Stream.of(values()).filter(f -> f.word.equals(word)).findFirst().orElseThrow();
    }
  }

  /** What a wallet may say. */
  public enum Told {
    ACCEPTED("credential_accepted"),
    FAILURE("credential_failure"),
    DELETED("credential_deleted");

    private final String word;

    Told(String word) {
      this.word = word;
    }

    /** As the standard spells it. */
    public String word() {
      return word;
    }

    /** By the standard's word. */
    public static Optional<Told> of(String word) {
      return Stream.of(values()).filter(t -> t.word.equals(word)).findFirst();
    }
  }

  /** Whether the wallet's copy still follows the badge. */
  public boolean isLive() {
    return withdrawnAt == null;
  }
}
