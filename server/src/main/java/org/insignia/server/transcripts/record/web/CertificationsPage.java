package org.insignia.server.transcripts.record.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.insignia.server.transcripts.record.EarnedCertification;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.record.UnderWay;
import org.insignia.server.transcripts.record.UnderWay.Outlook;

/** What somebody holds, has begun and held. */
public record CertificationsPage(Transcript transcript) {

  public List<EarnedCertification> active() {
    return transcript.active();
  }

  public List<EarnedCertification> historical() {
    return transcript.historical();
  }

  /** What passing the missing parts gives. */
  public List<UnderWay> underWay() {
    return transcript.underWay().stream().filter(one -> one.outlook() == Outlook.OPEN).toList();
  }

  /** What can no longer come of what was begun. */
  public List<UnderWay> closed() {
    return transcript.underWay().stream().filter(one -> one.outlook() != Outlook.OPEN).toList();
  }

  public boolean isEmpty() {
    return transcript.certifications().isEmpty() && transcript.underWay().isEmpty();
  }

  /** Whether a renewal counts today. */
  public boolean isRenewable(EarnedCertification one) {
    LocalDate from = one.renewableFrom();
    LocalDate today = LocalDate.ofInstant(transcript.asOf(), ZoneOffset.UTC);
    return from != null && !from.isAfter(today);
  }

  /** Tone of a state. */
  public String tone(EarnedCertification one) {
    return switch (one.status()) {
      case ACTIVE, RETIRED -> "good";
      case EXPIRED, SUSPENDED -> "warn";
      case REVOKED -> "bad";
    };
  }
}
