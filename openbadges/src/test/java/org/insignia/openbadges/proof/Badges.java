package org.insignia.openbadges.proof;

import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.JsonValue;
import org.insignia.openbadges.json.JsonValue.JsonObject;

/** Badges to be signed in tests. */
final class Badges {
  private Badges() {}

  /** With a hashed recipient, a result, an ordered list, an end and a status. */
  static JsonObject rich(String issuer) {
    return Json.parseObject(
        Bytes.utf8(
            """
            {"@context":["https://www.w3.org/ns/credentials/v2",
                         "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
             "id":"urn:uuid:7f6a1c5e-0000-4000-8000-000000000001",
             "type":["VerifiableCredential","OpenBadgeCredential"],
             "name":"Welding","issuer":{"id":"%s","type":["Profile"],"name":"Guild"},
             "validFrom":"2026-01-01T00:00:00Z","validUntil":"2030-01-01T00:00:00Z",
             "credentialStatus":{"id":"https://guild.example/status/1#5",
               "type":"BitstringStatusListEntry","statusPurpose":"revocation",
               "statusListIndex":"5","statusListCredential":"https://guild.example/status/1"},
             "credentialSubject":{"type":["AchievementSubject"],
               "identifier":[{"type":"IdentityObject","hashed":true,"identityType":"emailAddress",
                 "identityHash":"sha256$00","salt":"s"}],
               "result":[
                 {"type":["Result"],"value":"87","resultDescription":"urn:uuid:1"},
                 {"type":["Result"],"value":"B","resultDescription":"urn:uuid:2"}],
               "achievement":{"id":"https://guild.example/a/1","type":["Achievement"],
                 "name":"Welding","description":"Welds.","criteria":{"narrative":"Weld."},
                 "tag":["steel","arc"],
                 "resultDescription":[
                   {"id":"urn:uuid:1","type":["ResultDescription"],"name":"Score",
                    "resultType":"RawScore"},
                   {"id":"urn:uuid:2","type":["ResultDescription"],"name":"Grade",
                    "resultType":"LetterGrade","allowedValue":["A","B","C","C"]}]}}}
            """
                .formatted(issuer)));
  }

  /** The document with one text somewhere in it changed. */
  static JsonObject renamed(JsonObject badge) {
    return badge.with("name", JsonValue.of("Wélding"));
  }
}
