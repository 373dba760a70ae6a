package org.insignia.server.insights.feed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.insignia.server.insights.feed.Feed;
import org.insignia.server.insights.feed.FeedWish;
import org.insignia.server.insights.feed.Feeds;
import org.insignia.server.insights.posting.Postings;
import org.insignia.server.insights.reading.Refusal;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Sets up job feeds and shows how they are; for operators alone, to others there is nothing here.
 */
@Controller
class FeedPages {
  private static final String HERE = "/console/feeds";
  private static final String ID =
      "{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
  private static final int RUNS_SHOWN = 20;
  private static final Map<String, String> DONE =
      Map.of(
          "saved", "insights.feeds.done.saved",
          "due", "insights.feeds.done.due",
          "accepted", "insights.feeds.done.accepted",
          "key", "insights.feeds.done.key");

  private final Feeds feeds;
  private final Postings postings;
  private final StaffDoor door;

  FeedPages(Feeds feeds, Postings postings, StaffDoor door) {
    this.feeds = feeds;
    this.postings = postings;
    this.door = door;
  }

  @GetMapping(HERE)
  ModelAndView all(@RequestParam(defaultValue = "") String done, Shell shell) {
    door.operator(shell);
    return View.of(
        "insights/feeds", new FeedsPage(feeds.all(), postings.counting(), done.equals("removed")));
  }

  /** The same settings as a file, without keys. */
  @GetMapping(HERE + "/feeds.yaml")
  ResponseEntity<byte[]> file(Shell shell) {
    door.operator(shell);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("feeds.yaml").build().toString())
        .body(feeds.asFile().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping(HERE + "/new")
  ModelAndView form(Shell shell) {
    door.operator(shell);
    return View.of("insights/feed", page(null, FeedWish.BLANK, Map.of(), ""));
  }

  @PostMapping(HERE)
  ModelAndView add(HttpServletRequest request, Shell shell) {
    var operator = door.operator(shell);
    var wish = wish(request);
    var faults = feeds.faults(wish, null);
    if (!faults.isEmpty()) {
      return View.of(
          "insights/feed", page(null, wish, faults, ""), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var id = feeds.add(operator, wish.settings());
    return SeeOther.at(shell.link(HERE + "/" + id + "?done=saved"));
  }

  @GetMapping(HERE + "/" + ID)
  ModelAndView one(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String done, Shell shell) {
    door.operator(shell);
    var feed = feed(id);
    return View.of(
        "insights/feed",
        page(feed, FeedWish.of(feed.settings()), Map.of(), DONE.getOrDefault(done, "")));
  }

  @PostMapping(HERE + "/" + ID)
  ModelAndView change(@PathVariable UUID id, HttpServletRequest request, Shell shell) {
    var operator = door.operator(shell);
    var feed = feed(id);
    var wish = wish(request);
    var faults = feeds.faults(wish, id);
    if (!faults.isEmpty()) {
      return View.of(
          "insights/feed", page(feed, wish, faults, ""), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    feeds.change(operator, id, wish.settings());
    return SeeOther.at(shell.link(HERE + "/" + id + "?done=saved"));
  }

  @PostMapping(HERE + "/" + ID + "/key")
  ModelAndView key(
      @PathVariable UUID id, @RequestParam(defaultValue = "") String key, Shell shell) {
    var operator = door.operator(shell);
    feeds.key(operator, id, key);
    return SeeOther.at(shell.link(HERE + "/" + id + "?done=key"));
  }

  @PostMapping(HERE + "/" + ID + "/run")
  ModelAndView run(@PathVariable UUID id, Shell shell) {
    feeds.runNow(door.operator(shell), id);
    return SeeOther.at(shell.link(HERE + "/" + id + "?done=due"));
  }

  @PostMapping(HERE + "/" + ID + "/accept")
  ModelAndView accept(@PathVariable UUID id, Shell shell) {
    feeds.accept(door.operator(shell), id);
    return SeeOther.at(shell.link(HERE + "/" + id + "?done=accepted"));
  }

  @PostMapping(HERE + "/" + ID + "/remove")
  ModelAndView remove(@PathVariable UUID id, Shell shell) {
    var operator = door.operator(shell);
    feed(id);
    feeds.remove(operator, id);
    return SeeOther.at(shell.link(HERE + "?done=removed"));
  }

  private static FeedWish wish(HttpServletRequest form) {
    return new FeedWish(
        text(form, "name"),
        text(form, "kind"),
        text(form, "address"),
        text(form, "minutes"),
        text(form, "employer"),
        text(form, "country"),
        text(form, "attribution"),
        !text(form, "active").isEmpty());
  }

  private static String text(HttpServletRequest form, String name) {
    var value = form.getParameter(name);
    return value == null ? "" : value;
  }

  private FeedPage page(
      @Nullable Feed feed, FeedWish wish, Map<String, String> faults, String done) {
    if (feed == null) {
      return new FeedPage(null, List.of(), List.of(), wish, faults, done);
    }
    var runs = feeds.runs(feed.id(), RUNS_SHOWN);
    List<Refusal> refusals =
        runs.stream()
            .filter(run -> run.refused() > 0)
            .findFirst()
            .map(run -> feeds.refusals(run.id()))
            .orElse(List.of());
    return new FeedPage(feed, runs, refusals, wish, faults, done);
  }

  private Feed feed(UUID id) {
    return feeds.find(id).orElseThrow(() -> new Problem.NotFound("no feed " + id));
  }
}
