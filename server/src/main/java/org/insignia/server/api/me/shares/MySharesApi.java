package org.insignia.server.api.me.shares;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.api.me.EarnerDoor;
import org.insignia.server.api.oauth.consent.PersonScope;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.insignia.server.transcripts.share.AccessCode;
import org.insignia.server.transcripts.share.Share;
import org.insignia.server.transcripts.share.ShareWish;
import org.insignia.server.transcripts.share.Shares;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's shares of their transcript. */
@RestController
@RequestMapping("/rest/v1/me/transcript")
class MySharesApi {
  private static final int LONGEST_TYPED = 300;
  private static final int MOST_DAYS = 365;
  private static final List<String> PROGRAMS = List.of("none", "with-code", "by-id");

  private final EarnerDoor door;
  private final Shares shares;
  private final ShareWindows windows;
  private final ChosenItems items;
  private final Texts texts;
  private final Settings settings;

  MySharesApi(
      EarnerDoor door,
      Shares shares,
      ShareWindows windows,
      ChosenItems items,
      Texts texts,
      Settings settings) {
    this.door = door;
    this.shares = shares;
    this.windows = windows;
    this.items = items;
    this.texts = texts;
    this.settings = settings;
  }

  private PersonId person(HttpServletRequest request) {
    return door.enter(request, PersonScope.ME_SHARES);
  }

  /** What can be chosen. */
  @GetMapping("/items")
  ResponseEntity<Listing<ChosenItems.Json>> items(
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    var person = person(request);
    var all = items.offered(person, door.language(person, language));
    return Listing.within(
        Page.of(limit, after), all, ChosenItems.Json::key, one -> one, settings.url("").toString());
  }

  /** The newest first. */
  @GetMapping("/shares")
  ResponseEntity<Listing<ShareJson>> list(HttpServletRequest request) {
    return Listing.answer(
        shares.of(person(request)).stream().map(windows::json).toList(), null, "");
  }

  @GetMapping("/shares/{id}")
  ShareJson.Whole one(@PathVariable UUID id, HttpServletRequest request) {
    return windows.whole(shares.mine(person(request), id));
  }

  /** Without a code of its own it gets one that nobody guesses. */
  @PostMapping(path = "/shares", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ShareJson.Opened> make(@RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    var body = Body.of(json);
    var wish =
        new ShareWish(
            body.text("name", LONGEST_TYPED),
            door.language(person, body),
            body.flag("postalAddress", false),
            programs(body.word("programs", PROGRAMS, "none")),
            items.in(body, person),
            lasts(body));
    var code = code(body);
    shares.objections(person, wish, code).forEach(objection -> say(objection, body));
    body.end();
    var share = shares.make(person, wish, code);
    return ResponseEntity.created(settings.url("/rest/v1/me/transcript/shares/" + share.id()))
        .body(new ShareJson.Opened(windows.json(share), code.text()));
  }

  private static Share.Programs programs(String word) {
    return Share.Programs.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Null for one that stays open until it is closed. */
  private static @Nullable Duration lasts(Body body) {
    return body.isNull("days")
        ? null
        : Duration.ofDays(body.number("days", 1, MOST_DAYS, (int) Shares.USUALLY.toDays()));
  }

  private AccessCode code(Body body) {
    var typed = body.text("accessCode", LONGEST_TYPED);
    return typed.isEmpty() ? shares.proposeCode() : AccessCode.typed(typed);
  }

  private void say(Shares.Objection objection, Body body) {
    var member =
        switch (objection) {
          case NAME -> "name";
          case CODE_SHORT, CODE_LONG, CODE_GUESSABLE -> "accessCode";
          case ITEMS -> "items";
        };
    body.wrongUnlessSaid(member, texts.text(Language.EN, objection.key(), objection.limit()));
  }

  /** Whoever was let in by the earlier code is let in no more. */
  @PutMapping(path = "/shares/{id}/code", consumes = MediaType.APPLICATION_JSON_VALUE)
  ShareJson.Opened changeCode(
      @PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var person = person(request);
    shares.mine(person, id);
    var body = Body.of(json);
    var code = code(body);
    shares.objection(person, code).ifPresent(objection -> say(objection, body));
    body.end();
    shares.changeCode(person, id, code);
    return new ShareJson.Opened(windows.json(shares.mine(person, id)), code.text());
  }

  /** Closes it for good. */
  @PostMapping("/shares/{id}/revoke")
  ShareJson revoke(@PathVariable UUID id, HttpServletRequest request) {
    var person = person(request);
    shares.revoke(person, id);
    return windows.json(shares.mine(person, id));
  }

  /** With all that is known of it. */
  @DeleteMapping("/shares/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, HttpServletRequest request) {
    shares.remove(person(request), id);
  }
}
