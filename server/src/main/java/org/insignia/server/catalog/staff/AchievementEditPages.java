package org.insignia.server.catalog.staff;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.insignia.server.catalog.Achievement;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.Achievements;
import org.insignia.server.catalog.about.SkillVocabulary;
import org.insignia.server.catalog.handmade.HandMade;
import org.insignia.server.organisations.Organisation;
import org.insignia.server.organisations.Role;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.markdown.Markdown;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Making and changing achievements by hand. */
@Controller
class AchievementEditPages {
  private static final String NEW = "/console/{slug}/achievements/new";
  private static final String EDIT = "/console/{slug}/achievements/{id}/edit";

  private final StaffDoor door;
  private final Achievements achievements;
  private final HandMade made;
  private final SkillVocabulary vocabulary;

  AchievementEditPages(
      StaffDoor door, Achievements achievements, HandMade made, SkillVocabulary vocabulary) {
    this.door = door;
    this.achievements = achievements;
    this.made = made;
    this.vocabulary = vocabulary;
  }

  /**
   * What a request is about.
   *
   * @param old what is changed; null where it is made now
   */
  private record Case(Organisation organisation, @Nullable Achievement old, Shell shell) {
    String stem() {
      return "/console/" + organisation.slug() + "/achievements";
    }

    String back() {
      return old == null ? stem() : AchievementViewPages.path(organisation, old.id());
    }

    String path() {
      return old == null ? stem() + "/new" : back() + "/edit";
    }
  }

  @GetMapping(NEW)
  ModelAndView blank(@PathVariable String slug, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    return page(
        new Case(organisation, null, shell),
        AchievementForm.empty(shell.language()),
        new Faults(shell));
  }

  @PostMapping(NEW)
  ModelAndView make(
      @PathVariable String slug, @RequestParam MultiValueMap<String, String> sent, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var about = new Case(organisation, null, shell);
    return answer(
        about,
        sent,
        form -> {
          var faults = new Faults(shell);
          var wish = form.wish(null, faults);
          return wish.isEmpty()
              ? page(about, form, faults)
              : SeeOther.at(
                  shell.link(
                      AchievementViewPages.path(
                              organisation,
                              made.add(StaffDoor.actor(shell), organisation, wish.get()))
                          + "?done=added"));
        });
  }

  @GetMapping(EDIT)
  ModelAndView edit(@PathVariable String slug, @PathVariable UUID id, Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var old = AchievementViewPages.find(achievements, organisation, id);
    return page(
        new Case(organisation, old, shell),
        AchievementForm.of(old, made.revision(old.id())),
        new Faults(shell));
  }

  @PostMapping(EDIT)
  ModelAndView change(
      @PathVariable String slug,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      Shell shell) {
    var organisation = door.enter(shell, slug, Role.ADMIN);
    var old = AchievementViewPages.find(achievements, organisation, id);
    var about = new Case(organisation, old, shell);
    return answer(
        about,
        sent,
        form -> {
          var faults = new Faults(shell);
          if (form.revision() != made.revision(old.id())) {
            faults.add("revision", "achievements.overtaken");
            return page(about, form.at(made.revision(old.id())), faults);
          }
          var wish = form.wish(old, faults);
          if (wish.isEmpty()) {
            return page(about, form, faults);
          }
          made.change(StaffDoor.actor(shell), organisation, old, form.revision(), wish.get());
          return SeeOther.at(shell.link(about.back() + "?done=changed"));
        });
  }

  private ModelAndView answer(
      Case about,
      MultiValueMap<String, String> sent,
      Function<AchievementForm, ModelAndView> save) {
    var form = AchievementForm.read(sent);
    return switch (Typed.line(sent, "do")) {
      case "save" -> save.apply(form);
      // More fields: the form comes back with what is filled, and some more.
      case "more" -> page(about, form, new Faults(about.shell()));
      default -> preview(about, form);
    };
  }

  private ModelAndView preview(Case about, AchievementForm form) {
    var faults = new Faults(about.shell());
    form.wish(about.old(), faults);
    var languages =
        Language.all().stream()
            .filter(language -> !form.of(language).isEmpty())
            .map(language -> {
              var said = form.of(language);
              return new AchievementEditPage.In(
                  language, said.name(), said.description(), Markdown.shown(said.criteria()));
            })
            .toList();
    return page(about, form, new AchievementEditPage.Preview(languages), faults);
  }

  private ModelAndView page(Case about, AchievementForm form, Faults faults) {
    return page(about, form, null, faults);
  }

  private ModelAndView page(
      Case about,
      AchievementForm form,
      AchievementEditPage.@Nullable Preview preview,
      Faults faults) {
    return faults.page(
        "catalog/staff/edit",
        new AchievementEditPage(
            about.organisation().slug(),
            about.organisation().name(),
            about.path(),
            about.back(),
            about.old() == null,
            Optional.ofNullable(about.old()).map(a -> a.kind() == Kind.OWN).orElse(true),
            form,
            preview,
            skills(about.organisation()),
            !faults.of("revision").isEmpty(),
            faults));
  }

  /** Those that the organisation uses already first, spelled as there. */
  private List<String> skills(Organisation organisation) {
    Set<String> names = new LinkedHashSet<>();
    achievements.all(organisation.id()).stream()
        .filter(a -> a.kind() == Kind.OWN)
        .forEach(a -> names.addAll(a.skills()));
    names.addAll(vocabulary.names());
    return List.copyOf(names);
  }
}
