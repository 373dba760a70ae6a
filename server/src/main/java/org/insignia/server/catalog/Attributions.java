package org.insignia.server.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.organisations.OrganisationId;
import org.springframework.stereotype.Component;

/**
 * Whose texts a catalogue is made of, as their licence wants it said wherever they are shown. It
 * comes with the files: one of them is named {@code ATTRIBUTION.txt}; an empty one takes it back.
 */
@Component
public class Attributions {
  private static final String NAME = "attribution.txt";
  private static final int LONGEST = 400;

  private final AttributionStore store;

  Attributions(AttributionStore store) {
    this.store = store;
  }

  /** The line to show with texts of this catalogue, in the words of who asks for it. */
  public Optional<String> of(OrganisationId organisation) {
    return store.of(organisation);
  }

  /** Whether this file is no part of a catalogue but says whose it is. */
  static boolean isOne(SourceFile file) {
    var name = file.name().replace('\\', '/').toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('/') + 1).equals(NAME);
  }

  /** Keeps what the file says, inside the transaction of the import. */
  void take(OrganisationId organisation, SourceFile file) {
    try (var in = file.contents().open()) {
      var text = new String(in.readNBytes(4 * LONGEST), StandardCharsets.UTF_8);
      var line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").replace("\ufffd", "").strip();
      if (line.isEmpty()) {
        store.delete(organisation);
      } else {
        int end = Math.min(LONGEST, line.codePointCount(0, line.length()));
        store.put(organisation, line.substring(0, line.offsetByCodePoints(0, end)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
