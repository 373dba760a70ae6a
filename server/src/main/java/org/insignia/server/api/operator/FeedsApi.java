package org.insignia.server.api.operator;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.json.Listing;
import org.insignia.server.api.json.Page;
import org.insignia.server.insights.feed.Feed;
import org.insignia.server.insights.feed.FeedSettings;
import org.insignia.server.insights.feed.FeedWish;
import org.insignia.server.insights.feed.Feeds;
import org.insignia.server.insights.format.FeedKind;
import org.insignia.server.insights.reading.Refusal;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.i18n.Texts;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.settings.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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

/** Sets up job feeds and tells how they are. */
@RestController
@RequestMapping("/rest/v1/server/feeds")
class FeedsApi {
  private static final int RUNS_SHOWN = 20;

  private final OperatorDoor door;
  private final Feeds feeds;
  private final FeedJson json;
  private final Texts texts;
  private final Settings settings;

  FeedsApi(OperatorDoor door, Feeds feeds, FeedJson json, Texts texts, Settings settings) {
    this.door = door;
    this.feeds = feeds;
    this.json = json;
    this.texts = texts;
    this.settings = settings;
  }

  /** In the order in which they were added. */
  @GetMapping
  ResponseEntity<Listing<FeedJson.Json>> list(
      @RequestParam(defaultValue = Page.USUAL) String limit,
      @RequestParam(defaultValue = "") String after,
      HttpServletRequest request) {
    door.enter(request);
    var page = Page.of(limit, after);
    var last = page.afterId().map(UUID::toString).orElse("");
    var rows =
        feeds.all().stream()
            .filter(feed -> feed.id().toString().compareTo(last) > 0)
            .sorted(Comparator.comparing(feed -> feed.id().toString()))
            .limit(page.limit() + 1L)
            .toList();
    return Listing.answer(
        page, rows, feed -> feed.id().toString(), json::row, settings.url("").toString());
  }

  /** The same settings as a file, without keys. */
  @GetMapping("/feeds.yaml")
  ResponseEntity<byte[]> file(HttpServletRequest request) {
    door.enter(request);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
        .body(feeds.asFile().getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<FeedJson.Json> add(@RequestBody byte[] body, HttpServletRequest request) {
    var actor = door.enter(request);
    var id = feeds.add(actor, wanted(body, null));
    return ResponseEntity.created(settings.url("/rest/v1/server/feeds/" + id))
        .cacheControl(CacheControl.noStore())
        .body(whole(id));
  }

  @GetMapping("/{id}")
  ResponseEntity<FeedJson.Json> one(@PathVariable UUID id, HttpServletRequest request) {
    door.enter(request);
    return answer(HttpStatus.OK, id);
  }

  /** All settings; what the body does not name becomes as usual. */
  @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<FeedJson.Json> change(
      @PathVariable UUID id, @RequestBody byte[] body, HttpServletRequest request) {
    var actor = door.enter(request);
    feeds.change(actor, found(id).id(), wanted(body, id));
    return answer(HttpStatus.OK, id);
  }

  private FeedSettings wanted(byte[] json, @Nullable UUID of) {
    var body = Body.of(json);
    var wish =
        new FeedWish(
            body.text("name", 1000),
            body.text("kind", 100),
            body.text("address", 4000),
            String.valueOf(
                body.number(
                    "minutes", FeedWish.FEWEST_MINUTES, FeedWish.MOST_MINUTES, FeedWish.DAILY)),
            body.text("employer", 1000),
            body.text("country", 10),
            body.text("attribution", 2000),
            body.flag("active", true));
    feeds
        .faults(wish, of)
        .forEach((field, key) ->
            body.wrong(
                field,
                field.equals("kind")
                    ? "one of " + FeedKind.words()
                    : texts.text(Language.EN, key)));
    body.end();
    return wish.settings();
  }

  /** With all its postings. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, HttpServletRequest request) {
    feeds.remove(door.enter(request), id);
  }

  @PostMapping("/{id}/run")
  ResponseEntity<FeedJson.Json> run(@PathVariable UUID id, HttpServletRequest request) {
    feeds.runNow(door.enter(request), id);
    return answer(HttpStatus.ACCEPTED, id);
  }

  /** Says that what looks like a fall is right. */
  @PostMapping("/{id}/accept")
  ResponseEntity<FeedJson.Json> accept(@PathVariable UUID id, HttpServletRequest request) {
    feeds.accept(door.enter(request), id);
    return answer(HttpStatus.ACCEPTED, id);
  }

  @PutMapping(path = "/{id}/key", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void key(@PathVariable UUID id, @RequestBody byte[] json, HttpServletRequest request) {
    var actor = door.enter(request);
    found(id);
    var body = Body.of(json);
    var key = body.required("key", 1000);
    body.end();
    feeds.key(actor, id, key);
  }

  @DeleteMapping("/{id}/key")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forgetKey(@PathVariable UUID id, HttpServletRequest request) {
    feeds.key(door.enter(request), id, "");
  }

  private Feed found(UUID id) {
    return feeds.find(id).orElseThrow(() -> new Problem.NotFound("there is no feed " + id));
  }

  private ResponseEntity<FeedJson.Json> answer(HttpStatus status, UUID id) {
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(whole(id));
  }

  private FeedJson.Json whole(UUID id) {
    var runs = feeds.runs(id, RUNS_SHOWN);
    List<Refusal> refusals =
        runs.stream()
            .filter(run -> run.refused() > 0)
            .findFirst()
            .map(run -> feeds.refusals(run.id()))
            .orElse(List.of());
    return json.whole(found(id), runs, refusals);
  }
}
