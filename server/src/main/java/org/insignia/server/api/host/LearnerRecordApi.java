package org.insignia.server.api.host;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.UUID;
import org.insignia.server.api.oauth.consent.ActingPrograms;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.data.LearnerRecords;
import org.insignia.server.transcripts.record.Transcripts;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's transcript for programs, as each organisation signs it now, and learner records of
 * elsewhere that they keep here (CLR 2.0 #getclrcredentials, #upsertclrcredential).
 */
@RestController
class LearnerRecordApi {
  private final ActingPrograms programs;
  private final Transcripts transcripts;
  private final LearnerRecords records;
  private final HeldBadges held;
  private final Upserts upserts;
  private final Settings settings;

  LearnerRecordApi(
      ActingPrograms programs,
      Transcripts transcripts,
      LearnerRecords records,
      HeldBadges held,
      Upserts upserts,
      Settings settings) {
    this.programs = programs;
    this.transcripts = transcripts;
    this.records = records;
    this.held = held;
    this.upserts = upserts;
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
    var all = new ArrayList<HeldBadge>();
    records.of(program.actor(), transcript).stream()
        .map(record ->
            new HeldBadge(
                new UUID(0, 0),
                HeldBadge.Form.CREDENTIAL,
                new String(record.document().view(), StandardCharsets.UTF_8),
                "",
                "",
                transcript.asOf(),
                true))
        .forEach(all::add);
    held.records(program.person()).stream()
        .sorted(Comparator.comparing(HeldBadge::from).thenComparing(HeldBadge::id).reversed())
        .forEach(all::add);
    return CredentialList.answer(
        all, stretch, settings.url("/ims/clr/v2p0/credentials").toString());
  }

  /** A learner record of elsewhere, as JSON or a compact JWS; it comes back as it was stored. */
  @PostMapping("/ims/clr/v2p0/credentials")
  ResponseEntity<byte[]> upsert(
      @RequestHeader(name = "Authorization", required = false) String authorization,
      HttpServletRequest request)
      throws IOException {
    var program = programs.require(authorization, PersonScope.CLR_ADD);
    return upserts.answer(program.person(), Upserts.Kind.RECORD, request);
  }
}
