package org.insignia.server.sharing.directory;

import java.util.List;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.Catalog;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.sharing.directory.DirectoryEntry.Kind;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the directory in step with what organisations have to offer. */
@Component
class DirectoryIndex {
  private final DirectoryStore store;
  private final Organisations organisations;
  private final Achievements achievements;
  private final TransactionTemplate transaction;

  DirectoryIndex(
      DirectoryStore store,
      Organisations organisations,
      Achievements achievements,
      TransactionTemplate transaction) {
    this.store = store;
    this.organisations = organisations;
    this.achievements = achievements;
    this.transaction = transaction;
  }

  @EventListener
  void on(Organisations.Created created) {
    store.due(created.organisation().id());
  }

  @EventListener
  void on(Organisations.Changed changed) {
    store.due(changed.after().id());
  }

  @EventListener
  void on(Catalog.Changed changed) {
    store.due(changed.organisation());
  }

  @EventListener
  void on(Catalog.Reworded reworded) {
    store.due(reworded.organisation());
  }

  /** Writes one organisation anew; false if none is due. */
  boolean once() {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          var due = store.takeDue();
          due.ifPresent(this::write);
          return due.isPresent();
        }));
  }

  private void write(OrganisationId id) {
    var organisation = organisations.get(id);
    store.delete(id);
    var offered = achievements.all(id).stream().filter(Achievement::isOffered).toList();
    for (var language : Language.all()) {
      var entry =
          new DirectoryEntry(
              Kind.ORGANISATION,
              id.value(),
              home(organisation),
              organisation.name(),
              organisation.name(),
              "",
              null,
              List.of());
      store.insert(id, entry, language, SearchWords.fold(organisation.name()));
      offered.forEach(a -> write(organisation, a, language));
    }
  }

  private void write(Organisation organisation, Achievement achievement, Language language) {
    var words = achievement.words(language);
    var path = home(organisation) + "/badge/" + achievement.slug();
    var entry =
        new DirectoryEntry(
            switch (achievement.kind()) {
              case EXAM -> Kind.EXAM;
              case CERTIFICATION -> Kind.CERTIFICATION;
              case OWN -> Kind.OWN;
            },
            achievement.id().value(),
            path,
            words.name(),
            organisation.name(),
            path + "/image.png?design=" + achievement.design().value() + "&size=400",
            achievement.lastDay(),
            words.skills().stream().distinct().toList());
    var found =
        String.join(
            " ",
            words.name(),
            achievement.name(),
            achievement.kind() == Achievement.Kind.OWN ? "" : achievement.sourceUid(),
            organisation.name(),
            String.join(" ", words.skills()));
    store.insert(organisation.id(), entry, language, SearchWords.fold(found));
  }

  private static String home(Organisation organisation) {
    return "/org/" + organisation.slug();
  }
}
