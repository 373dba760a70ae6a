package org.insignia.cli.badge;

import java.util.List;
import java.util.Set;
import org.insignia.openbadges.datamodel.CredentialModel;
import org.insignia.openbadges.datamodel.PresentationModel;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.rdf.Contexts;
import org.insignia.openbadges.rdf.JsonLd;

/** What must hold of a document besides its signature, before it is signed and after. */
final class JoseCoseModel {
  private static final JsonValue EXAMPLES =
      JsonValue.of("https://www.w3.org/ns/credentials/examples/v2");

  /** Of credentials and presentations in the VC Data Model 2.0. */
  private static final Set<String> MEMBERS =
      Set.of(
          "@context",
          "id",
          "type",
          "name",
          "description",
          "issuer",
          "holder",
          "validFrom",
          "validUntil",
          "credentialSubject",
          "credentialStatus",
          "credentialSchema",
          "refreshService",
          "relatedResource",
          "termsOfUse",
          "evidence",
          "verifiableCredential",
          "proof");

  private JoseCoseModel() {}

  /**
   * @throws MalformedCredential where the document breaks the data model, or has a member that no
   *     context defines
   */
  static void require(JsonObject document, boolean presentation) {
    List<MalformedCredential> problems =
        presentation
            ? PresentationModel.problems(document)
            : CredentialModel.problems(document, Contexts.conformance());
    if (!problems.isEmpty()) throw problems.getFirst();
    if (presentation || document.list("@context").contains(EXAMPLES)) {
      // The examples' context gives every word a meaning, and so hides those that nobody defined.
      for (String member : document.members().keySet()) {
        if (!MEMBERS.contains(member)) {
          throw new MalformedCredential("/" + member, "not in the data model");
        }
      }
    }
    if (!presentation) JsonLd.toDataset(document.without("proof"), Contexts.conformance());
  }
}
