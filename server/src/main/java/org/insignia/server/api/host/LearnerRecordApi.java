package org.insignia.server.api.host;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.data.LearnerRecords;
import org.insignia.server.transcripts.record.Transcripts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's transcript for programs, as each organisation signs it now (CLR 2.0
 * #getclrcredentials).
 */
@RestController
class LearnerRecordApi {
  private final ActingPrograms programs;
  private final Transcripts transcripts;
  private final LearnerRecords records;
  private final Settings settings;

  LearnerRecordApi(
      ActingPrograms programs, Transcripts transcripts, LearnerRecords records, Settings settings) {
    this.programs = programs;
    this.transcripts = transcripts;
    this.records = records;
    this.settings = settings;
  }

  @GetMapping("/ims/clr/v2p0/credentials")
  ResponseEntity<byte[]> list(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      @RequestParam(required = false) String limit,
      @RequestParam(required = false) String offset,
      @RequestParam(required = false) String since) {
    var program = programs.require(authorization, PersonScope.CLR_READ);
    var stretch = Stretch.read(limit, offset, since);
    var transcript = transcripts.of(program.person());
    var signed =
        records.of(program.actor(), transcript).stream()
            .map(record ->
                new HeldBadge(
                    new UUID(0, 0),
                    HeldBadge.Form.CREDENTIAL,
                    new String(record.document().view(), StandardCharsets.UTF_8),
                    "",
                    "",
                    transcript.asOf()))
            .toList();
    return CredentialList.answer(
        signed, stretch, settings.url("/ims/clr/v2p0/credentials").toString());
  }
}
