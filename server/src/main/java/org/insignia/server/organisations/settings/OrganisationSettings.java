package org.insignia.server.organisations.settings;

import java.io.InputStream;
import java.util.Optional;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.picture.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what an organisation says of itself, all fields of the form at once. */
@Service
public class OrganisationSettings {
  private static final String STEM = "organisations.settings.name-problem.";
  private final Organisations organisations;
  private final Logos logos;

  OrganisationSettings(Organisations organisations, Logos logos) {
    this.organisations = organisations;
    this.logos = logos;
  }

  /**
   * What speaks against a new name, as a text key; a name that stays is not judged again. The text
   * may name the organisation that it is taken for.
   */
  public Optional<NameProblem> nameProblem(Organisation organisation, String name) {
    if (name.equals(organisation.name())) {
      return Optional.empty();
    }
    if (name.isBlank() || name.length() > 200) {
      return Optional.of(new NameProblem(STEM + "wrong", ""));
    }
    return Organisations.objection(name)
        .map(word -> new NameProblem(STEM + word, ""))
        .or(() ->
            organisations
                .alike(name, organisation.id())
                .map(other -> new NameProblem(STEM + "alike", other.name())));
  }

  /** A text key and what it names; empty where it names nothing. */
  public record NameProblem(String key, String other) {}

  /** As the other, and the logo stays. */
  @Transactional
  public void change(String actor, Organisation before, SettingsWish wish) {
    change(actor, before, wish, null, false);
  }

  /**
   * Gives it another logo, and all else stays.
   *
   * @return why it is not taken; empty if it is
   */
  @Transactional
  public Optional<Refusal> changeLogo(String actor, Organisation before, InputStream picture) {
    return switch (logos.draw(picture)) {
      case Logos.Refused(var why) -> Optional.of(why);
      case Logos.Drawn drawn -> {
        change(actor, before, SettingsWish.of(before), drawn, false);
        yield Optional.empty();
      }
    };
  }

  /** Takes its logo away, and all else stays. */
  @Transactional
  public void dropLogo(String actor, Organisation before) {
    change(actor, before, SettingsWish.of(before), null, true);
  }

  /**
   * Changes what differs.
   *
   * @param wish judged before
   * @param drawn a new logo; null where that of now stays
   * @param dropsLogo whether that of now goes without another
   */
  @Transactional
  void change(
      String actor,
      Organisation before,
      SettingsWish wish,
      Logos.@Nullable Drawn drawn,
      boolean dropsLogo) {
    var logo = drawn != null ? drawn.logo().hash() : dropsLogo ? null : before.logo();
    var changed = wish.changed(before, logo);
    if (changed.isEmpty()) {
      return;
    }
    if (drawn != null) {
      organisations.keepLogo(before.id(), drawn.logo());
    } else if (dropsLogo) {
      organisations.dropLogo(before.id());
    }
    organisations.change(
        actor,
        new Organisation(
            before.id(),
            before.slug(),
            wish.name(),
            wish.site(),
            wish.mailbox().orElse(null),
            wish.accent(),
            wish.description(),
            logo,
            before.domain()),
        String.join(", ", changed));
  }
}
