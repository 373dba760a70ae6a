package org.insignia.server.accounts.postal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.door.Door;
import org.insignia.server.accounts.door.Form;
import org.insignia.server.accounts.door.Problems;
import org.insignia.server.accounts.postal.Country;
import org.insignia.server.accounts.postal.PostalAddress;
import org.insignia.server.accounts.postal.PostalAddresses;
import org.insignia.server.accounts.postal.TypedAddress;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's postal address: told, changed, taken back. */
@Controller
class PostalAddressPages {
  private static final String HERE = "/account/postal-address";

  /** What may stand after {@code ?done=}, and the text that says it. */
  private static final Map<String, String> DONE =
      Map.of("saved", "accounts.postal.saved", "removed", "accounts.postal.removed");

  private final PostalAddresses addresses;

  PostalAddressPages(PostalAddresses addresses) {
    this.addresses = addresses;
  }

  @GetMapping(HERE)
  ModelAndView form(
      @RequestParam(defaultValue = "") String done, HttpServletRequest request, Shell shell) {
    return Door.person()
        .map(person -> page(person, DONE.getOrDefault(done, ""), shell))
        .orElseGet(() -> Door.signInFirst(request));
  }

  private ModelAndView page(PersonId person, String saved, Shell shell) {
    var typed = addresses.find(person).map(TypedAddress::of).orElse(TypedAddress.NOTHING);
    return page(person, typed, saved, new Problems(), shell);
  }

  private ModelAndView page(
      PersonId person, TypedAddress typed, String saved, Problems problems, Shell shell) {
    var lines = addresses.find(person).map(a -> a.lines(shell.language())).orElse(List.of());
    return Form.of(
        "accounts/postal-address",
        new PostalAddressPage(typed, Country.all(shell.language()), lines, saved, problems),
        problems);
  }

  @PostMapping(HERE)
  ModelAndView put(@RequestParam Map<String, String> form, Shell shell) {
    var person = Door.person();
    if (person.isEmpty()) {
      return SeeOther.at("/sign-in");
    }
    var typed =
        new TypedAddress(
            form.getOrDefault("street", ""),
            form.getOrDefault("locality", ""),
            form.getOrDefault("region", ""),
            form.getOrDefault("postalCode", ""),
            form.getOrDefault("country", ""));
    var objections = typed.objections();
    if (!objections.isEmpty()) {
      var problems = new Problems();
      objections.forEach(o -> object(o, problems, shell));
      return page(person.get(), typed, "", problems, shell);
    }
    addresses.put(person.get(), typed);
    return SeeOther.at(shell.link(HERE + "?done=saved"));
  }

  private static void object(TypedAddress.Objection objection, Problems problems, Shell shell) {
    switch (objection) {
      case STREET_MISSING -> problems.add("street", shell.t("accounts.postal.street.missing"));
      case STREET_LONG ->
          problems.add(
              "street",
              shell.t(
                  "accounts.postal.street.long", PostalAddress.MOST_LINES, PostalAddress.LONGEST));
      case LOCALITY ->
          problems.add(
              "locality", shell.t("accounts.postal.locality.wrong", PostalAddress.LONGEST));
      case REGION ->
          problems.add("region", shell.t("accounts.postal.region.wrong", PostalAddress.LONGEST));
      case POSTAL_CODE ->
          problems.add(
              "postalCode", shell.t("accounts.postal.code.wrong", PostalAddress.LONGEST_CODE));
      case COUNTRY -> problems.add("country", shell.t("accounts.postal.country.wrong"));
    }
  }

  @PostMapping(HERE + "/remove")
  ModelAndView remove(Shell shell) {
    Door.person().ifPresent(addresses::remove);
    return SeeOther.at(shell.link(HERE + "?done=removed"));
  }
}
