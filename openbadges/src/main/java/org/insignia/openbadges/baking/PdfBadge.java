package org.insignia.openbadges.baking;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.pdf.Attachments;

/** Finds a credential attached to a PDF. */
final class PdfBadge {
  private PdfBadge() {}

  static Optional<Baked> find(Bytes pdf) {
    Set<Baked> badges = new LinkedHashSet<>();
    for (Bytes attachment : Attachments.of(pdf)) {
      credential(attachment).map(PdfBadge::badge).ifPresent(badges::add);
    }
    if (badges.size() > 1) {
      throw new MalformedCredential("", "PDF with " + badges.size() + " badges attached");
    }
    return badges.stream().findFirst();
  }

  private static Optional<String> credential(Bytes attachment) {
    byte[] content = attachment.view();
    if (content.length == 0 || content.length > Baking.MAX_TEXT_BYTES) {
      return Optional.empty();
    }
    String head = new String(content, 0, Math.min(64, content.length), StandardCharsets.UTF_8);
    if (!head.stripLeading().startsWith("{") && !head.stripLeading().startsWith("eyJ")) {
      return Optional.empty(); // an invoice, a spreadsheet: not ours to judge
    }
    String text = StrictUtf8.decode(content, 0, content.length, "PDF attachment").strip();
    return text.startsWith("{") && !text.contains("\"@context\"")
        ? Optional.empty()
        : Optional.of(text);
  }

  private static Baked badge(String text) {
    boolean clr = text.startsWith("{") && text.contains("\"ClrCredential\"");
    return new Baked(clr ? BakedKind.CLR_2 : BakedKind.OPEN_BADGE_3, text);
  }
}
