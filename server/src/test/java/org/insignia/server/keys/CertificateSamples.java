package org.insignia.server.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue.JsonObject;
import org.insignia.openbadges.key.DidKey;
import org.insignia.openbadges.key.KeyPair;
import org.insignia.openbadges.proof.Cryptosuite;
import org.insignia.openbadges.proof.DataIntegrity;
import org.insignia.openbadges.proof.ProofOptions;
import org.insignia.server.certificates.sheet.SheetSamples;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.paper.Paper;
import org.insignia.server.platform.paper.Sheet;
import org.junit.jupiter.api.Test;

/**
 * Writes the certificates that the tests of the command line verify, as the server makes them; run
 * by hand ({@code -Dtest=CertificateSamples}) when certificates change. The issuers of two are
 * {@code did:key}, so that nothing has to be fetched; that of the third publishes its keys at
 * {@link #HERE}.
 */
class CertificateSamples {
  private static final Path FOLDER =
      Path.of("..", "cli", "src", "test", "resources", "certificates");
  private static final Instant DAY = Instant.parse("2026-03-04T10:11:12Z");
  private static final String HERE = "did:web:localhost%3A28517:org:northwind";
  private static final KeyPair PAPERS = KeyPair.p256(seed(7));

  @Test
  void write() throws IOException {
    var badges = KeyPair.ed25519(seed(9));
    write("signed-by-its-issuer.pdf", DidKey.did(PAPERS.publicKey()), PAPERS);
    write("signed-by-another-key.pdf", DidKey.did(badges.publicKey()), badges);
    write("issuer-on-this-machine.pdf", HERE, badges);
  }

  private static void write(String name, String did, KeyPair issuer) throws IOException {
    String own = DidKey.verificationMethod(issuer.publicKey());
    String method = did + own.substring(own.indexOf('#'));
    var suite = issuer == PAPERS ? Cryptosuite.ECDSA_RDFC_2019 : Cryptosuite.EDDSA_RDFC_2022;
    JsonObject credential =
        DataIntegrity.sign(credential(did), issuer, ProofOptions.assertion(suite, method, DAY));
    Bytes certificate =
        DocumentCertificate.make(
            PAPERS, "Northwind Academy", List.of(did), DAY, new SecureRandom());
    var document =
        SheetSamples.document(
            SheetSamples.subject("Ana Lúcia Núñez 欧阳若曦", "Northwind Certified: Cloud"),
            SheetSamples.house(),
            Language.EN,
            Sheet.A4,
            List.of(SheetSamples.inside(Json.write(credential))));
    Bytes pdf =
        Paper.signedPdf(document, new DocumentKey("Northwind Academy", PAPERS, certificate));
    var file = FOLDER.resolve(name);
    if (Files.notExists(file)) { // what is there is kept: tests and documents speak of its bytes
      Files.write(file, pdf.toArray());
    }
  }

  private static JsonObject credential(String issuer) {
    return (JsonObject)
        Json.parse(
            """
            {"@context": ["https://www.w3.org/ns/credentials/v2",
                          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "id": "urn:uuid:5d1c9a52-7f0e-4d55-8f7c-2f4f1a3a9b10",
             "type": ["VerifiableCredential", "OpenBadgeCredential"],
             "issuer": {"id": "%s", "type": ["Profile"], "name": "Northwind Academy"},
             "name": "Northwind Certified: Cloud", "validFrom": "2026-03-04T10:11:12Z",
             "credentialSubject": {"id": "did:example:ana", "type": ["AchievementSubject"],
               "achievement": {"id": "https://badges.northwind.example/a/1",
                 "type": ["Achievement"], "name": "Northwind Certified: Cloud",
                 "description": "Keeps a cloud running.",
                 "criteria": {"narrative": "Pass both exams."}}}}
            """
                .formatted(issuer));
  }

  private static Bytes seed(int value) {
    var seed = new byte[32];
    seed[31] = (byte) value;
    return Bytes.wrap(seed);
  }
}
