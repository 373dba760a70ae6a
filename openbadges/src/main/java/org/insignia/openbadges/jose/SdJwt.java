package org.insignia.openbadges.jose;

import java.util.ArrayList;
import java.util.List;
import org.insignia.openbadges.json.MalformedCredential;
import org.jspecify.annotations.Nullable;

/**
 * An SD-JWT: a signed token and the claims that its holder shows.
 *
 * @param binding the holder's own signature; null where there is none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9901">RFC 9901</a>
 */
record SdJwt(CompactJws jws, Disclosures disclosures, @Nullable KeyBinding binding) {
  private static final int LONGEST = 512 * 1024;
  private static final int MOST = 500;

  static SdJwt read(String text) {
    if (text.length() > LONGEST) {
      throw new MalformedCredential("", "an SD-JWT of " + text.length() + " characters");
    }
    String[] parts = text.split("~", MOST + 3);
    if (parts.length < 2 || parts.length > MOST + 2) {
      throw new MalformedCredential("", "an SD-JWT is a token, up to 500 disclosures and a ~");
    }
    List<Disclosure> disclosures = new ArrayList<>();
    for (int i = 1; i < parts.length - 1; i++) disclosures.add(Disclosure.read(parts[i]));
    String last = parts[parts.length - 1];
    KeyBinding binding =
        last.isEmpty()
            ? null
            : new KeyBinding(
                CompactJws.read(last), text.substring(0, text.length() - last.length()));
    return new SdJwt(CompactJws.read(parts[0]), new Disclosures(disclosures), binding);
  }
}
