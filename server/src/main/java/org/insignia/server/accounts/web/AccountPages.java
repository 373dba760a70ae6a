package org.insignia.server.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.Addresses;
import org.insignia.server.accounts.PasswordChanges;
import org.insignia.server.accounts.Person;
import org.insignia.server.accounts.SignIns;
import org.insignia.server.accounts.profile.Profiles;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own settings: profile, mailboxes, password, sessions. */
@Controller
class AccountPages {
  /** What may stand after {@code ?done=}, and the text that says it. */
  private static final Map<String, String> DONE =
      Map.of(
          "profile", "accounts.account.saved",
          "address", "accounts.account.address-sent",
          "confirmed", "accounts.account.address-confirmed",
          "removed", "accounts.account.address-removed",
          "password", "accounts.account.password-changed");

  private final Accounts accounts;
  private final Profiles profiles;
  private final PasswordChanges passwordChanges;
  private final Addresses addresses;
  private final SignIns signIns;
  private final PasswordWords passwordWords;
  private final Door door;

  AccountPages(
      Accounts accounts,
      Profiles profiles,
      PasswordChanges passwordChanges,
      Addresses addresses,
      SignIns signIns,
      PasswordWords passwordWords,
      Door door) {
    this.accounts = accounts;
    this.profiles = profiles;
    this.passwordChanges = passwordChanges;
    this.addresses = addresses;
    this.signIns = signIns;
    this.passwordWords = passwordWords;
    this.door = door;
  }

  @GetMapping("/account")
  ModelAndView account(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
    return Door.person()
        .map(p -> page(accounts.person(p), "", DONE.getOrDefault(done, ""), new Problems()))
        .orElseGet(() -> Door.signInFirst(request));
  }

  @PostMapping("/account/profile")
  ModelAndView profile(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String vanity,
      @RequestParam(defaultValue = "") String language,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    var before = accounts.person(person.get());
    var chosen = Language.find(language).orElse(before.language());
    var said = profiles.of(before.id());
    var links = said.links().stream().map(l -> l.url().toString()).toList();
    var objection =
        profiles.change(
            before.id(), new Profiles.Wish(name, vanity, chosen, said.headline(), links));
    if (objection.isPresent()) {
      var problems = new Problems();
      switch (objection.get()) {
        case NAME -> problems.add("name", shell.t("accounts.name.wrong"));
        case VANITY -> problems.add("vanity", shell.t("accounts.vanity.wrong"));
        case HEADLINE, LINK, LINKS -> throw new IllegalStateException("not on this form");
        case VANITY_TAKEN -> problems.add("vanity", shell.t("accounts.vanity.taken"));
      }
      return page(new Person(before.id(), name, vanity, chosen, before.since()), "", "", problems);
    }
    door.renew(passwordChanges.principal(before.id()), request, response);
    return SeeOther.at("/account?done=profile");
  }

  @PostMapping("/account/addresses")
  ModelAndView add(@RequestParam(defaultValue = "") String address, Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    var problems = new Problems();
    var mailbox = EmailAddress.parse(address);
    if (mailbox.isEmpty()) {
      problems.add("address", shell.t("accounts.address.wrong"));
    } else {
      addresses
          .add(person.get(), mailbox.get())
          .ifPresent(w -> problems.add("address", WaitWords.say(w, shell)));
    }
    return problems.none()
        ? SeeOther.at(shell.link("/account?done=address"))
        : page(accounts.person(person.get()), address, "", problems);
  }

  @PostMapping("/account/addresses/remove")
  ModelAndView remove(@RequestParam UUID id, Shell shell) {
    Door.person().ifPresent(p -> addresses.remove(p, id));
    return SeeOther.at(shell.link("/account?done=removed"));
  }

  @PostMapping("/account/password")
  ModelAndView password(
      @RequestParam(defaultValue = "") String present,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Shell shell) {
    var id = Door.person();
    if (id.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    var person = accounts.person(id.get());
    var problems = new Problems();
    passwordWords.judge(password, about(person), shell, problems);
    if (problems.none() && !passwordChanges.changePassword(person.id(), present, password)) {
      problems.add("present", shell.t("accounts.password.present-wrong"));
    }
    if (!problems.none()) {
      return page(person, "", "", problems);
    }
    door.leave(request);
    door.enter(signIns.welcome(person.id()), request, response);
    return SeeOther.at(shell.link("/account?done=password"));
  }

  @PostMapping("/account/sign-out-everywhere")
  ModelAndView signOutEverywhere(HttpServletRequest request, Shell shell) {
    Door.person().ifPresent(passwordChanges::signOutEverywhere);
    door.leave(request);
    return SeeOther.at(shell.link("/sign-in"));
  }

  private List<String> about(Person person) {
    var mailboxes = accounts.verifiedAddresses(person.id()).stream().map(EmailAddress::value);
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(person.name()),
            mailboxes.map(m -> m.substring(0, m.indexOf('@'))))
        .toList();
  }

  private ModelAndView page(Person person, String newAddress, String saved, Problems problems) {
    var page =
        new AccountPage(
            person.name(),
            person.vanity(),
            person.language(),
            addresses.of(person.id()),
            newAddress,
            passwordChanges.openSessions(person.id()),
            saved,
            problems);
    return View.of(
        "accounts/account",
        page,
        problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }
}
