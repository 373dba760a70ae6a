package org.insignia.server.accounts.profile;

import java.util.List;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about themselves. Asked for by id it holds everything; whoever shows it asks
 * {@link #isVisibleTo} first.
 *
 * @param headline one line of plain text; empty if there is none
 * @param photo SHA-256 of the picture as 64 hex digits, null if there is none
 * @param listed whether the directory and its search may name the person; never while private
 */
public record Profile(
    Person person,
    String headline,
    List<ProfileLink> links,
    @Nullable String photo,
    Visibility visibility,
    boolean listed) {

  /** Who may see the profile page. Badges have a visibility of their own. */
  public enum Visibility {
    /** Everybody who knows its address. */
    PUBLIC,
    /** The person alone: for everybody else there is no such page. */
    PRIVATE;

    /** What is meant if a form says nothing or nonsense: the one that shows less. */
    public static Visibility of(String word) {
      return "public".equals(word) ? PUBLIC : PRIVATE;
    }
  }

  public Profile {
    links = List.copyOf(links);
  }

  /** Whose it is. */
  public PersonId id() {
    return person.id();
  }

  /** Whether this person, or nobody in particular, may see it. */
  public boolean isVisibleTo(@Nullable PersonId viewer) {
    return visibility == Visibility.PUBLIC || id().equals(viewer);
  }

  /** Path of the profile page. */
  public String path() {
    return "/users/" + person.vanity();
  }

  /**
   * Path of the picture, null if there is none. Answers 404 to everybody while the profile is
   * private.
   */
  public @Nullable String photoPath() {
    return photo == null ? null : path() + "/photo?v=" + photo.substring(0, 12);
  }
}
