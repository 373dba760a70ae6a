package org.insignia.server.transcripts.share;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.postal.PostalAddresses;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.transcripts.record.EarnedCertification;
import org.insignia.server.transcripts.record.HeldBadge;
import org.insignia.server.transcripts.record.PassedExam;
import org.insignia.server.transcripts.record.Transcript;
import org.insignia.server.transcripts.record.TranscriptItem;
import org.insignia.server.transcripts.record.Transcripts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of a transcript others see: the chosen items, the address where it was chosen, no fail. */
@Component
public class Window {
  private final Transcripts transcripts;
  private final PostalAddresses addresses;

  Window(Transcripts transcripts, PostalAddresses addresses) {
    this.transcripts = transcripts;
    this.addresses = addresses;
  }

  /** What a share shows at this moment, in this language. */
  public Transcript of(Share share, Language language) {
    return of(share.person(), share.items(), share.withAddress(), language);
  }

  /**
   * What is shown of a person's transcript at this moment.
   *
   * @param items keys of the chosen items; null for all that are in force
   */
  public Transcript of(
      PersonId person, @Nullable List<String> items, boolean withAddress, Language language) {
    var all = transcripts.of(person, language);
    var shown = all.only(items == null ? inForce(all) : new HashSet<>(items));
    return Optional.of(person)
        .filter(p -> withAddress)
        .flatMap(addresses::find)
        .map(address -> shown.at(String.join("\n", address.lines(language))))
        .orElse(shown);
  }

  private static Set<String> inForce(Transcript all) {
    return all.items().stream()
        .filter(Window::isInForce)
        .map(TranscriptItem::key)
        .collect(Collectors.toSet());
  }

  /** Whether an item counts today: what is meant by all that are in force. */
  public static boolean isInForce(TranscriptItem item) {
    return switch (item) {
      case EarnedCertification certification -> certification.isActive();
      case PassedExam exam -> true;
      case HeldBadge badge -> badge.status() == HeldBadge.Status.VALID;
    };
  }
}
