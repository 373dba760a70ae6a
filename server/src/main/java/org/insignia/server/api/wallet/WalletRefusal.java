package org.insignia.server.api.wallet;

/**
 * What a wallet is answered instead, as the standard names it; never more than it may know.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#name-credential-error-response">OpenID4VCI
 *     1.0</a>
 */
final class WalletRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Code code;

  WalletRefusal(Code code, String description) {
    super(description, null, false, false);
    this.code = code;
  }

  Code code() {
    return code;
  }

  String description() {
    return String.valueOf(getMessage());
  }

  /** The error codes; {@link #INVALID_TOKEN} is of RFC 6750. */
  enum Code {
    INVALID_TOKEN("invalid_token"),
    INVALID_CREDENTIAL_REQUEST("invalid_credential_request"),
    /** Of drafts, whose wallets ask by format and type. */
    UNSUPPORTED_CREDENTIAL_FORMAT("unsupported_credential_format"),
    UNSUPPORTED_CREDENTIAL_TYPE("unsupported_credential_type"),
    UNKNOWN_CREDENTIAL_CONFIGURATION("unknown_credential_configuration"),
    UNKNOWN_CREDENTIAL_IDENTIFIER("unknown_credential_identifier"),
    INVALID_PROOF("invalid_proof"),
    INVALID_NONCE("invalid_nonce"),
    INVALID_ENCRYPTION_PARAMETERS("invalid_encryption_parameters"),
    CREDENTIAL_REQUEST_DENIED("credential_request_denied"),
    INVALID_NOTIFICATION_ID("invalid_notification_id"),
    INVALID_NOTIFICATION_REQUEST("invalid_notification_request");

    private final String word;

    Code(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
