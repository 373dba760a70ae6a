package org.insignia.openbadges.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.insignia.openbadges.baking.Baked;
import org.insignia.openbadges.baking.Baking;
import org.insignia.openbadges.json.Bytes;
import org.insignia.openbadges.json.MalformedCredential;

/** PDF: an attachment comes out as it was put in, or not at all. */
final class PdfTarget implements FuzzTarget {
  private static final String BADGE = "{\"@context\":[\"https://www.w3.org/ns/credentials/v2\"]}";

  @Override
  public boolean judge(Bytes input) {
    attached(input);
    if (input.size() == 0 || input.view()[0] != '%') return false;
    try {
      return Baking.unbake(input).isPresent();
    } catch (MalformedCredential e) {
      return false;
    }
  }

  private static void attached(Bytes content) {
    Bytes pdf = pdf(PngTarget.deflated(content.view()), "/Filter/FlateDecode");
    Optional<Baked> found;
    try {
      found = Baking.unbake(pdf);
    } catch (MalformedCredential e) {
      return; // a token or an object that is not UTF-8, or what looks like a second attachment
    }
    String text = content.utf8().strip();
    boolean like = text.startsWith("{") && text.contains("\"@context\"");
    if (found.isPresent()) {
      Property.same(text, found.get().text(), "another attachment came out");
    } else {
      Property.holds(!like || text.length() > 50, "an attachment was passed over");
    }
  }

  @Override
  public List<Bytes> seeds() {
    return List.of(
        pdf(BADGE.getBytes(StandardCharsets.UTF_8), ""),
        pdf("eyJh.e30.AA".getBytes(StandardCharsets.UTF_8), ""),
        pdf(PngTarget.deflated(BADGE.getBytes(StandardCharsets.UTF_8)), "/Filter/FlateDecode"));
  }

  private static Bytes pdf(byte[] content, String filter) {
    var out = new ByteArrayOutputStream();
    String head = "%PDF-1.7\n2 0 obj\n<</Type/EmbeddedFile" + filter + "/Length 9>>\nstream\r\n";
    out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(content);
    out.writeBytes("\nendstream\nendobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    return Bytes.wrap(out.toByteArray());
  }
}
