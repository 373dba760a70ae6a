package org.insignia.server.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.CatalogState.Text;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.model.CatalogVersion;
import org.insignia.server.catalog.model.Certification;
import org.insignia.server.catalog.model.EntryText;
import org.insignia.server.catalog.model.Exam;
import org.insignia.server.catalog.model.ExamBadge;
import org.insignia.server.catalog.wording.BadgeLooks;
import org.insignia.server.catalog.wording.EntryWords;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.organisations.Organisations;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the achievements in step with the catalogue: one for each entry that can give a badge. */
@Component
final class AchievementDrafts {
  /** Leaves room for a number behind it. */
  private static final int LONGEST_SLUG = 100;

  private final Catalog catalog;
  private final CatalogStore entries;
  private final TextStore texts;
  private final AchievementStore store;
  private final AchievementEditStore edits;
  private final Organisations organisations;
  private final EntryWords words;
  private final ApplicationEventPublisher events;

  AchievementDrafts(
      Catalog catalog,
      CatalogStore entries,
      TextStore texts,
      AchievementStore store,
      AchievementEditStore edits,
      Organisations organisations,
      EntryWords words,
      ApplicationEventPublisher events) {
    this.catalog = catalog;
    this.entries = entries;
    this.texts = texts;
    this.store = store;
    this.edits = edits;
    this.organisations = organisations;
    this.words = words;
    this.events = events;
  }

  @EventListener
  void on(Catalog.Changed changed) {
    bringUpToDate(changed.organisation(), changed.number());
  }

  void bringUpToDate(OrganisationId organisation, int number) {
    CatalogVersion version = catalog.at(organisation, number);
    List<Achievement> known =
        store.all(organisation).stream().filter(a -> a.kind() != Kind.OWN).toList();
    Map<AchievementId, Design> looks = store.ownLooks(organisation);
    Map<String, Achievement> byUid = new HashMap<>();
    known.forEach(achievement -> byUid.put(version.uid(achievement.sourceUid()), achievement));
    Set<String> slugs = new HashSet<>();
    store.all(organisation).forEach(achievement -> slugs.add(achievement.slug()));
    Set<String> offered = new HashSet<>();
    List<AchievementId> made = new ArrayList<>();
    List<AchievementId> changed = new ArrayList<>();
    for (AchievementDraft draft : drafts(organisation, version)) {
      offered.add(draft.uid());
      Achievement old = byUid.get(draft.uid());
      if (old == null) {
        made.add(edits.add(organisation, draft, free(draft.slug(), slugs)));
      } else if (edits.update(old, looks.get(old.id()), draft)) {
        changed.add(old.id());
      }
    }
    byUid.forEach((uid, achievement) -> {
      if (!offered.contains(uid) && edits.archive(achievement)) {
        changed.add(achievement.id());
      }
    });
    tell(organisation, Achievements.Change.CREATED, made);
    tell(organisation, Achievements.Change.CHANGED, changed);
  }

  private void tell(
      OrganisationId organisation, Achievements.Change change, List<AchievementId> which) {
    if (!which.isEmpty()) {
      events.publishEvent(new Achievements.Changed(organisation, change, which));
    }
  }

  private static String free(String wanted, Set<String> taken) {
    String slug = wanted;
    for (int i = 2; !taken.add(slug); i++) {
      slug = wanted + "-" + i;
    }
    return slug;
  }

  private List<AchievementDraft> drafts(OrganisationId organisation, CatalogVersion version) {
    String legend = organisations.get(organisation).name();
    Map<String, Map<String, Text>> all = texts.texts(organisation);
    Map<String, Map<Language, String>> own = entries.byHand(organisation);
    List<AchievementDraft> drafts = new ArrayList<>();
    for (Exam exam : version.exams()) {
      if (version.badge(exam) instanceof ExamBadge.Given) {
        drafts.add(
            new AchievementDraft(
                exam.uid(),
                Kind.EXAM,
                slug("exam-" + exam.number()),
                exam.retirement(),
                BadgeLooks.of(exam, legend),
                words.of(
                    exam, plain(all.get(exam.uid())), own.getOrDefault(exam.uid(), Map.of()))));
      }
    }
    for (Certification certification : version.certifications()) {
      if (!certification.legacy()) {
        drafts.add(
            new AchievementDraft(
                certification.uid(),
                Kind.CERTIFICATION,
                slug(certification.slug()),
                version.lastDay(certification).orElse(null),
                BadgeLooks.of(certification, legend),
                words.of(
                    certification,
                    version,
                    plain(all.get(certification.uid())),
                    own.getOrDefault(certification.uid(), Map.of()))));
      }
    }
    return drafts;
  }

  private static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)).replaceAll("-$", "");
    return cut.length() < 2 ? "badge-" + cut : cut;
  }

  private static Map<String, EntryText> plain(@Nullable Map<String, Text> texts) {
    Map<String, EntryText> plain = new HashMap<>();
    if (texts != null) {
      texts.forEach((locale, text) -> plain.put(locale, text.text()));
    }
    return plain;
  }
}
