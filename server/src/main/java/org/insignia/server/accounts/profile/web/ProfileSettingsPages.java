package org.insignia.server.accounts.profile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.profile.Photos;
import org.insignia.server.accounts.profile.Profile;
import org.insignia.server.accounts.profile.Profile.Visibility;
import org.insignia.server.accounts.profile.ProfileLink;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.picture.Refusal;
import org.insignia.server.platform.picture.UploadedPictures;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A person's own profile: words, picture, privacy. */
@Controller
class ProfileSettingsPages {
  private static final String HERE = "/account";

  /** What may stand after {@code ?done=}, and the text that says it. */
  private static final Map<String, String> DONE =
      Map.of(
          "profile", "accounts.account.saved",
          "photo", "accounts.photo.saved",
          "photo-removed", "accounts.photo.removed",
          "privacy", "accounts.privacy.saved");

  private final Accounts accounts;
  private final Profiles profiles;
  private final Photos photos;
  private final Door door;

  ProfileSettingsPages(Accounts accounts, Profiles profiles, Photos photos, Door door) {
    this.accounts = accounts;
    this.profiles = profiles;
    this.photos = photos;
    this.door = door;
  }

  @GetMapping(HERE)
  ModelAndView settings(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    return Door.person()
        .map(p -> page(profiles.of(p), DONE.getOrDefault(done, ""), new Problems()))
        .orElseGet(() -> Door.signInFirst(request));
  }

  private ModelAndView page(Profile kept, String saved, Problems problems) {
    return page(said(kept), kept, saved, problems);
  }

  private static Profiles.Wish said(Profile kept) {
    return new Profiles.Wish(
        kept.person().name(),
        kept.person().vanity(),
        kept.person().language(),
        kept.headline(),
        kept.links().stream().map(l -> l.url().toString()).toList());
  }

  private ModelAndView page(Profiles.Wish said, Profile kept, String saved, Problems problems) {
    var photo = photos.find(kept.id()).map(p -> "data:image/jpeg;base64," + p.jpeg().base64());
    var page =
        new ProfileSettingsPage(
            said.name(),
            said.vanity(),
            said.language(),
            said.headline(),
            said.links().stream().collect(Collectors.joining("\n")),
            kept,
            photo.orElse(""),
            saved,
            problems);
    return Form.of("accounts/profile", page, problems);
  }

  @PostMapping(HERE + "/profile")
  ModelAndView change(
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    var kept = profiles.of(person.get());
    var wish =
        new Profiles.Wish(
            form.getOrDefault("name", ""),
            form.getOrDefault("vanity", ""),
            Language.find(form.getOrDefault("language", "")).orElse(kept.person().language()),
            form.getOrDefault("headline", ""),
            form.getOrDefault("links", "").lines().toList());
    var objections = profiles.change(person.get(), wish);
    if (!objections.isEmpty()) {
      var problems = new Problems();
      objections.forEach(objection -> say(objection, problems, shell));
      return page(wish, kept, "", problems);
    }
    door.renew(accounts.principal(person.get()), request, response);
    return SeeOther.at(HERE + "?done=profile");
  }

  private static void say(Profiles.Objection objection, Problems problems, Shell shell) {
    switch (objection) {
      case NAME -> problems.add("name", shell.t("accounts.name.wrong"));
      case VANITY -> problems.add("vanity", shell.t("accounts.vanity.wrong"));
      case VANITY_TAKEN -> problems.add("vanity", shell.t("accounts.vanity.taken"));
      case HEADLINE -> problems.add("headline", shell.t("accounts.headline.wrong"));
      case LINK -> problems.add("links", shell.t("accounts.links.wrong"));
      case LINKS -> problems.add("links", shell.t("accounts.links.many", ProfileLink.MOST));
    }
  }

  @PostMapping(HERE + "/photo")
  ModelAndView photo(@RequestParam(required = false) MultipartFile photo, Shell shell)
      throws IOException {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    var problems = new Problems();
    if (photo == null || photo.isEmpty()) {
      problems.add("photo", shell.t("accounts.photo.none"));
    } else {
      try (var in = photo.getInputStream()) {
        photos
            .put(person.get(), in)
            .ifPresent(why -> problems.add("photo", shell.t(refusal(why), limit(why))));
      }
    }
    return answer(person.get(), "photo", problems, shell);
  }

  private static String refusal(Refusal why) {
    return switch (why) {
      case TOO_LARGE -> "accounts.photo.too-large";
      case OTHER_KIND -> "accounts.photo.other-kind";
      case TOO_MANY_PIXELS -> "accounts.photo.too-many-pixels";
      case UNREADABLE -> "accounts.photo.unreadable";
      case BUSY -> "accounts.photo.busy";
    };
  }

  private static int limit(Refusal why) {
    return why == Refusal.TOO_LARGE ? UploadedPictures.MOST_BYTES >> 20 : 0;
  }

  private ModelAndView answer(PersonId person, String done, Problems problems, Shell shell) {
    return problems.none()
        ? SeeOther.at(shell.link(HERE + "?done=" + done))
        : page(profiles.of(person), "", problems);
  }

  @PostMapping(HERE + "/photo/remove")
  ModelAndView removePhoto(Shell shell) {
    var person = Door.person();
    person.ifPresent(photos::remove);
    return SeeOther.at(shell.link(HERE + "?done=photo-removed"));
  }

  @PostMapping(HERE + "/privacy")
  ModelAndView privacy(
      @RequestParam(defaultValue = "") String visibility,
      @RequestParam(defaultValue = "") String listed,
      Shell shell) {
    Door.person().ifPresent(p -> profiles.show(p, Visibility.of(visibility), listed.equals("yes")));
    return SeeOther.at(shell.link(HERE + "?done=privacy"));
  }
}
