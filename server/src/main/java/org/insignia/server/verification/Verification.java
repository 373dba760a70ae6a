package org.insignia.server.verification;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.key.DocumentLoader;
import org.insignia.openbadges.key.DocumentLoader.Loaded;
import org.insignia.openbadges.report.CredentialKind;
import org.insignia.openbadges.report.Findings;
import org.insignia.openbadges.report.Reason;
import org.insignia.openbadges.report.Report;
import org.insignia.openbadges.report.Step;
import org.insignia.openbadges.verify.Verifier;
import org.insignia.openbadges.verify.VerifierOptions;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.verification.view.BadgeReader;
import org.insignia.server.verification.view.ReportView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Judges a badge of anybody. Our own badges get no shortcut: their documents, keys and status lists
 * are fetched from our own address over HTTP like those of strangers.
 */
@Component
public final class Verification {
  /** The largest badge that is read, in bytes. */
  public static final int MOST_BYTES = 2 << 20;

  /** What all fetching for one verification may take; a request under way is let finish. */
  private static final Duration FETCHING = Duration.ofSeconds(6);

  private final DocumentLoader documents;
  private final ObjectProvider<KnownIssuers> known;
  private final ObjectProvider<Witness> witnesses;
  private final Clock clock;
  private final Function<DocumentLoader, VerifierOptions> options;

  Verification(
      DocumentLoader documents,
      ObjectProvider<KnownIssuers> known,
      ObjectProvider<Witness> witnesses,
      Settings settings,
      Clock clock) {
    this.documents = documents;
    this.known = known;
    this.witnesses = witnesses;
    this.clock = clock;
    this.options =
        isTrial(settings.baseUrl()) ? VerifierOptions::onLoopback : VerifierOptions::online;
  }

  /** On one's own machine, without a name and a certificate, issuers are found over http. */
  private static boolean isTrial(URI baseUrl) {
    return "http".equals(baseUrl.getScheme())
        && List.of("localhost", "127.0.0.1").contains(baseUrl.getHost());
  }

  /** Judges a badge as it was handed in: JSON, JWT, PNG, SVG, PDF, or the address of one. */
  public Report verify(Bytes input) {
    var address = address(input);
    return address == null ? judge(input) : verifyUrl(address);
  }

  /** As {@link #verify}, for somebody who handed it in: those who count such things are told. */
  public Report verifyFor(Bytes input) {
    var report = verify(input);
    if (Boolean.TRUE.equals(report.authentic())) {
      witnesses.orderedStream().forEach(witness -> witness.verified(report));
    }
    return report;
  }

  /** Judges the badge at this address, or the one that the page at this address is about. */
  public Report verifyUrl(URI url) {
    return judge(found(url));
  }

  /** What is at this address, or at the address of the badge that the page there is about. */
  public Loaded found(URI url) {
    var loaded = documents.load(url);
    return loaded instanceof Loaded.Document page && WebPage.is(page)
        ? WebPage.badge(page).map(documents::load).orElse(loaded)
        : loaded;
  }

  private Report judge(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Document document when WebPage.is(document) ->
          notFetched(Reason.NO_CREDENTIAL, "a web page instead of a badge");
      case Loaded.Document document -> judge(document.body());
      case Loaded.Gone gone -> notFetched(Reason.HOSTED_GONE, "status " + gone.status());
      case Loaded.Unavailable out -> notFetched(Reason.HOSTED_UNAVAILABLE, out.reason());
    };
  }

  /** The report of a verification for which there was no room: nothing was checked. */
  public Report notNow() {
    return notFetched(Reason.HOSTED_UNAVAILABLE, "too many verifications at once");
  }

  /** What people read of a report. */
  public ReportView view(Report report) {
    return ReportView.of(report, new BadgeReader(documents));
  }

  private Report judge(Bytes input) {
    var loader = new TimedDocuments(documents, clock, FETCHING);
    return new Verifier(options.apply(loader)).verify(input, clock.instant(), knownHere());
  }

  private Set<String> knownHere() {
    var ids = new HashSet<String>();
    known.orderedStream().forEach(k -> ids.addAll(k.ids()));
    return ids;
  }

  private static @Nullable URI address(Bytes input) {
    if (input.size() > 4096) {
      return null;
    }
    var text = input.utf8().strip();
    if (!text.startsWith("https://") && !text.startsWith("http://")) {
      return null;
    }
    try {
      var url = new URI(text);
      return url.getHost() == null ? null : url;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** That nothing came says nothing about the badge: it is not checked, and not invalid. */
  private static Report notFetched(Reason reason, String detail) {
    var findings = new Findings();
    findings.unchecked(Step.PARSE, reason, detail);
    return new Report(
        CredentialKind.UNKNOWN,
        findings.verdict(),
        null,
        null,
        findings.inOrder(),
        null,
        List.of());
  }
}
