package org.insignia.server.api.wallet;

import java.util.Optional;
import java.util.stream.Stream;
import org.insignia.server.issuing.copies.WalletCopy.Form;

/** What wallets can ask for: a badge in one of the two forms. */
enum Configuration {
  LDP_VC("OpenBadgeCredential_ldp_vc", Form.LDP_VC),
  JWT_VC_JSON("OpenBadgeCredential_jwt_vc_json", Form.JWT_VC_JSON);

  /** The word for all of them where a person is asked. */
  static final String SCOPE = "wallet";

  private final String id;
  private final Form form;

  Configuration(String id, Form form) {
    this.id = id;
    this.form = form;
  }

  /** Its key in the issuer's metadata. */
  String id() {
    return id;
  }

  Form form() {
    return form;
  }

  static Optional<Configuration> of(String id) {
    return Stream.of(values()).filter(c -> c.id.equals(id)).findFirst();
  }
}
