package org.insignia.server.api.badges;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.insignia.server.api.badges.IssuingRound.Wanted;
import org.insignia.server.api.idempotency.Asked;
import org.insignia.server.api.json.Body;
import org.insignia.server.api.limits.Limits;
import org.insignia.server.api.tokens.ApiDoor;
import org.insignia.server.api.tokens.ApiDoor.Visit;
import org.insignia.server.api.tokens.Scope;
import org.insignia.server.issuing.CredentialId;
import org.insignia.server.issuing.hand.Giving;
import org.insignia.server.issuing.hand.Giving.Judged;
import org.insignia.server.issuing.hand.Wish;
import org.insignia.server.platform.problem.Problem.Invalid.Fault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issues a badge, or up to a thousand at once. */
@RestController
@RequestMapping(path = "/rest/v1/badges", consumes = MediaType.APPLICATION_JSON_VALUE)
class IssueOneApi {
  static final int MOST = 1_000;

  private final ApiDoor door;
  private final Wishes wishes;
  private final Giving giving;
  private final IssuingTogether together;
  private final Limits limits;
  private final TransactionTemplate transactions;

  IssueOneApi(
      ApiDoor door,
      Wishes wishes,
      Giving giving,
      IssuingTogether together,
      Limits limits,
      TransactionTemplate transactions) {
    this.door = door;
    this.wishes = wishes;
    this.giving = giving;
    this.together = together;
    this.limits = limits;
    this.transactions = transactions;
  }

  /** A mailbox that has the badge already is told by 409, unless the badge may be had again. */
  @PostMapping
  ResponseEntity<byte[]> issue(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_WRITE);
    var given = together.issue(new Wanted(visit, json, Asked.of(request).orElse(null)));
    var answer = given.answer();
    var response =
        ResponseEntity.status(answer.status())
            .header(HttpHeaders.LOCATION, answer.location())
            .header(HttpHeaders.CONTENT_TYPE, answer.contentType());
    if (given.replayed()) {
      response.header("Idempotent-Replayed", "true");
    }
    return response.body(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Issues what can be issued, in one transaction, and says of every item what became of it; the
   * answer itself is 207, for the items tell.
   */
  @PostMapping("/batch")
  ResponseEntity<BatchJson> batch(@RequestBody byte[] json, HttpServletRequest request) {
    var visit = door.enter(request, Scope.BADGES_WRITE);
    var body = Body.of(json);
    var items = body.items("items", MOST);
    if (items.isEmpty() && body.faults().isEmpty()) {
      body.wrong("items", "is needed: 1 to " + MOST + " badges");
    }
    body.end();
    limits.items(visit.caller(), items.size());
    var reader = wishes.reader(visit.organisation());
    var answers = new BatchJson.Item[items.size()];
    List<Wish> sound = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      var read = reader.read(items.get(i), i + 1);
      if (read.wish() == null) {
        answers[i] = refused(i, read.faults());
      } else {
        sound.add(read.wish());
      }
    }
    transactions.executeWithoutResult(transaction -> give(visit, sound, answers));
    return ResponseEntity.status(HttpStatus.MULTI_STATUS).body(summed(List.of(answers)));
  }

  private void give(Visit visit, List<Wish> sound, BatchJson.Item[] answers) {
    var organisation = visit.organisation().id();
    giving.lock(organisation);
    List<Wish> free = new ArrayList<>();
    for (Judged judged : giving.judge(organisation, null, sound, new HashMap<>())) {
      int index = (int) judged.wish().line() - 1;
      if (judged.duplicate() == null) {
        free.add(judged.wish());
      } else {
        answers[index] =
            new BatchJson.Item(
                index,
                HttpStatus.CONFLICT.value(),
                judged.first() == null ? null : judged.first().value(),
                duplicate(judged),
                null);
      }
    }
    List<CredentialId> issued = giving.give(visit.actor(), organisation, null, free);
    for (int i = 0; i < issued.size(); i++) {
      int index = (int) free.get(i).line() - 1;
      UUID id = issued.get(i).value();
      answers[index] = new BatchJson.Item(index, HttpStatus.CREATED.value(), id, null, null);
    }
  }

  /** A line of a list is an item here, and items are counted from 0. */
  private String duplicate(Judged judged) {
    var finding = Objects.requireNonNull(judged.duplicate());
    return switch (finding.code()) {
      case "issue.row-known", "issue.badge-in-list" ->
          "item "
              + (Long.parseLong(finding.args().getFirst()) - 1)
              + " of this batch gives the same";
      default -> wishes.english(finding);
    };
  }

  private static BatchJson.Item refused(int index, List<Fault> faults) {
    var errors =
        faults.stream().map(f -> Map.of("detail", f.detail(), "pointer", "#" + f.field())).toList();
    return new BatchJson.Item(
        index,
        HttpStatus.UNPROCESSABLE_CONTENT.value(),
        null,
        "nothing was issued for this item",
        errors);
  }

  private static BatchJson summed(List<BatchJson.Item> items) {
    return new BatchJson(
        count(items, HttpStatus.CREATED),
        count(items, HttpStatus.CONFLICT),
        count(items, HttpStatus.UNPROCESSABLE_CONTENT),
        items);
  }

  private static int count(List<BatchJson.Item> items, HttpStatus status) {
    return (int) items.stream().filter(item -> item.status() == status.value()).count();
  }
}
