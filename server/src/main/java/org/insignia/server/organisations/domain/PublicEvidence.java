package org.insignia.server.organisations.domain;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.insignia.outbound.DnsTexts;
import org.insignia.outbound.Downloaded;
import org.insignia.outbound.GuardedHttp;
import org.insignia.outbound.Limits;
import org.insignia.outbound.Question;
import org.insignia.outbound.Reach;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The DNS, then the web site. A redirect is not followed: the file must lie on the very domain, and
 * https shows whose that is.
 */
@Component
final class PublicEvidence implements Evidence, DisposableBean {
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(3), Duration.ofSeconds(6), 16 * 1024, 0);

  private final DnsTexts texts = new DnsTexts(Duration.ofSeconds(2));
  private final GuardedHttp http = new GuardedHttp(Reach.PUBLIC, LIMITS);

  @Override
  public Optional<DomainProof.Way> of(DomainProof proof) {
    if (texts.of(proof.record()).contains(proof.text())) {
      return Optional.of(DomainProof.Way.DNS);
    }
    return stands(proof) ? Optional.of(DomainProof.Way.FILE) : Optional.empty();
  }

  private boolean stands(DomainProof proof) {
    var file = new ByteArrayOutputStream();
    var asked = Question.of(URI.create(proof.file()), "text/plain");
    return http.download(asked, file) instanceof Downloaded.Whole
        && file.toString(StandardCharsets.UTF_8)
            .lines()
            .anyMatch(line -> line.strip().equals(proof.text()));
  }

  @Override
  public void destroy() {
    http.close();
  }
}
