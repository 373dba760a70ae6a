package org.insignia.server.sharing.foreign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonBoolean;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.model.IdentifierType;
import org.insignia.openbadges.model.IdentityObject;
import org.insignia.server.platform.mail.EmailAddress;

/** Whose badge it is, by the mailboxes that it names, plain or hashed. */
enum Belonging {
  /** It names a mailbox that its holder has proven to own. */
  CONFIRMED,
  /** It names mailboxes, and none of them is proven to be its holder's. */
  OTHERS,
  /** It names no mailbox. */
  UNNAMED;

  private static final int MOST = 50;
  private static final Set<String> MAILBOX = Set.of("emailAddress", "email");

  /**
   * @param credential Open Badges 2.0 or 3.0, or any verifiable credential
   */
  static Belonging of(JsonObject credential, Collection<EmailAddress> proven) {
    var named = mailboxes(credential);
    if (named.isEmpty()) {
      return UNNAMED;
    }
    boolean mine =
        named.stream().anyMatch(n -> proven.stream().anyMatch(address -> matches(n, address)));
    return mine ? CONFIRMED : OTHERS;
  }

  private static boolean matches(IdentityObject named, EmailAddress address) {
    var lower = address.value().toLowerCase(Locale.ROOT);
    return named.matches(address.value())
        || named.matches(address.key())
        || named.matches(lower)
        || !named.hashed() && named.identityHash().toLowerCase(Locale.ROOT).equals(lower);
  }

  private static List<IdentityObject> mailboxes(JsonObject credential) {
    var named = new ArrayList<IdentityObject>();
    for (var subject : objects(credential.list("credentialSubject"))) {
      for (var identity : objects(subject.list("identifier"))) {
        add(named, identity, "identityType", "identityHash");
      }
      var id = subject.string("id");
      if (id != null && id.startsWith("mailto:")) {
        named.add(plain(id.substring("mailto:".length())));
      }
    }
    for (var recipient : objects(credential.list("recipient"))) {
      add(named, recipient, "type", "identity");
    }
    return named;
  }

  private static void add(
      List<IdentityObject> named, JsonObject identity, String typeMember, String valueMember) {
    var type = identity.string(typeMember);
    var value = identity.string(valueMember);
    if (type == null || value == null || !MAILBOX.contains(type)) {
      return;
    }
    boolean hashed =
        identity.get("hashed") instanceof JsonBoolean flag
            ? flag.value()
            : value.matches("(sha256|md5)\\$.*");
    named.add(
        hashed
            ? new IdentityObject(true, value, IdentifierType.EMAIL_ADDRESS, identity.string("salt"))
            : plain(value.startsWith("mailto:") ? value.substring("mailto:".length()) : value));
  }

  private static IdentityObject plain(String mailbox) {
    return IdentityObject.plain(mailbox, IdentifierType.EMAIL_ADDRESS);
  }

  private static List<JsonObject> objects(List<JsonValue> values) {
    return values.stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .limit(MOST)
        .toList();
  }
}
