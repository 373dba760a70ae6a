package org.insignia.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every page knows of its request: language, texts, who is signed in, addresses. Takes part in
 * one request only.
 */
public final class Shell {
  private final HttpServletRequest request;
  private final Texts texts;
  private final Settings settings;
  private final Assets assets;
  private final @Nullable Viewer viewer;
  private final Supplier<List<Menu.Entry>> menu;
  private final Language language;
  private final boolean chosenByAddress;

  Shell(
      HttpServletRequest request,
      Texts texts,
      Settings settings,
      Assets assets,
      @Nullable Viewer viewer,
      Supplier<List<Menu.Entry>> menu) {
    this.request = request;
    this.texts = texts;
    this.settings = settings;
    this.assets = assets;
    this.viewer = viewer;
    this.menu = menu;
    var asked =
        Optional.ofNullable(parameters().get("lang"))
            .map(values -> values[0])
            .flatMap(Language::find);
    this.chosenByAddress = asked.isPresent();
    this.language = asked.orElseGet(this::preferred);
  }

  /** None where they cannot be read: the page that says so is made with a shell, too. */
  private Map<String, String[]> parameters() {
    try {
      return request.getParameterMap();
    } catch (IllegalStateException unreadable) {
      return Map.of();
    }
  }

  private Language preferred() {
    if (viewer != null) {
      return Language.of(viewer.languageTag());
    }
    var header = request.getHeader("Accept-Language");
    return header == null ? Language.EN : Language.accepted(header);
  }

  /** The text of a key in the reader's language. */
  public String t(String key, Object... args) {
    return texts.text(language, key, args);
  }

  /** The text of a stored name of ours; what a person wrote as it is. */
  public String known(String stem, String stored) {
    return texts.known(language, stem, stored);
  }

  /** The text for a count; {0} in it is the count. */
  public String n(String key, long count, Object... args) {
    return texts.plural(language, key, count, args);
  }

  /** The day of an instant (UTC) in words. */
  public String date(Instant instant) {
    return texts.date(language, instant);
  }

  /** A day in words. */
  public String date(LocalDate day) {
    return texts.date(language, day);
  }

  /** An instant in words with its zone. */
  public String time(Instant instant) {
    return texts.time(language, instant);
  }

  /** A number as the reader writes it. */
  public String number(Number number) {
    return texts.number(language, number);
  }

  /** The language of this page. */
  public Language language() {
    return language;
  }

  /** All languages a reader can switch to. */
  public List<Language> languages() {
    return Language.all();
  }

  /**
   * An address within the site that stays in the language chosen by address; {@code path} may have
   * a query.
   */
  public String link(String path) {
    return chosenByAddress ? withLanguage(path, language) : path;
  }

  /** This very page in another language; only for pages that answer a GET. */
  public String here(Language other) {
    var query = new StringBuilder();
    parameters()
        .forEach((name, values) -> {
          if (!name.equals("lang") && "GET".equals(request.getMethod())) {
            for (var value : values) {
              query
                  .append(query.isEmpty() ? '?' : '&')
                  .append(encode(name))
                  .append('=')
                  .append(encode(value));
            }
          }
        });
    return withLanguage(path() + query, other);
  }

  private static String withLanguage(String path, Language language) {
    return path + (path.contains("?") ? "&" : "?") + "lang=" + language.tag();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The path of this request as the browser asked it. */
  public String path() {
    var original = request.getAttribute("jakarta.servlet.error.request_uri");
    return original instanceof String uri ? uri : request.getRequestURI();
  }

  /** The person who is signed in, or null. */
  public @Nullable Viewer viewer() {
    return viewer;
  }

  /**
   * What the header offers the person who is signed in beyond their own pages; asks anew each time.
   */
  public List<Menu.Entry> menu() {
    return menu.get();
  }

  /** Whether somebody is signed in. */
  public boolean signedIn() {
    return viewer != null;
  }

  /** Whether this is one of the pages that an earner has for themselves. */
  public boolean isOwn() {
    return signedIn() && (path().equals("/home") || path().startsWith("/home/"));
  }

  /** The address of the site, without a trailing slash. */
  public String baseUrl() {
    return settings.baseUrl().toString();
  }

  /** An absolute address within the site. */
  public String absolute(String path) {
    return settings.baseUrl() + path;
  }

  /**
   * The address of a file under {@code static/assets}, made new when the file's content changes.
   */
  public String asset(String name) {
    return assets.address(name);
  }

  /** Name of the hidden form field against cross-site requests; asking for it opens a session. */
  public String csrfName() {
    return token().getParameterName();
  }

  /** Value of the hidden form field against cross-site requests. */
  public String csrfValue() {
    return token().getToken();
  }

  private CsrfToken token() {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      return token;
    }
    throw new IllegalStateException("no CSRF token on " + path());
  }

  /** Whether mails end up in the local mailbox page. */
  public boolean hasLocalMailbox() {
    return settings.smtpUrl() == null;
  }
}
