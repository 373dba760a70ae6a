package org.insignia.server.sharing.directory;

import java.util.Set;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.sharing.directory.DirectoryEntry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param words as typed
 * @param kinds of these
 * @param organisation of this one; null for all
 * @param skill with this skill exactly as it is written; empty for all
 * @param earnable only what can still be earned
 */
public record Wanted(
    String words,
    Set<Kind> kinds,
    @Nullable OrganisationId organisation,
    String skill,
    boolean earnable,
    Language language) {
  public Wanted {
    kinds = Set.copyOf(kinds);
  }
}
