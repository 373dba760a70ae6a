package org.insignia.server.issuing.soundness;

import java.util.Objects;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.server.issuing.Credential;
import org.insignia.server.issuing.Credentials;
import org.insignia.server.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Holds what a page would show of a badge against what was signed. It verifies no signature: that
 * is for those who verify, and for {@code fsck}.
 */
@Component
public class Soundness {
  private final Credentials credentials;

  Soundness(Credentials credentials) {
    this.credentials = credentials;
  }

  /** Whether the document can be read and says what the row says. */
  public boolean isSound(Credential credential) {
    if (credential.isErased()) {
      return true;
    }
    try {
      return credentials.document(credential.id()).stream()
          .map(Json::parseObject)
          .anyMatch(document -> says(document, credential));
    } catch (Problem.Damaged | MalformedCredential damaged) {
      return false;
    }
  }

  private static boolean says(JsonObject document, Credential credential) {
    var id = document.string("id");
    var until = credential.validUntil();
    return id != null
        && id.endsWith(credential.path())
        && Objects.equals(document.string("validUntil"), until == null ? null : until.toString())
        && document.get("credentialSubject") instanceof JsonObject subject
        && subject.list("identifier").stream()
            .anyMatch(each ->
                each instanceof JsonObject o
                    && JsonValue.of(credential.recipientName()).equals(o.get("identityHash")));
  }
}
