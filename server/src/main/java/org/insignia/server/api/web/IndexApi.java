package org.insignia.server.api.web;

import jakarta.servlet.http.HttpServletRequest;
import org.insignia.server.api.operator.OperatorDoor;
import org.insignia.server.insights.index.IndexUnavailable;
import org.insignia.server.insights.index.Indexing;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has the index of postings built anew from the database. */
@RestController
class IndexApi {
  private final OperatorDoor door;
  private final Indexing indexing;
  private final Audit audit;

  IndexApi(OperatorDoor door, Indexing indexing, Audit audit) {
    this.door = door;
    this.indexing = indexing;
    this.audit = audit;
  }

  /** What happens now. */
  record Report(String index) {}

  @PostMapping("/rest/v1/jobs/index")
  Report rebuild(HttpServletRequest request) {
    var actor = door.enter(request);
    try {
      indexing.rebuild();
    } catch (IndexUnavailable e) {
      throw new Problem.Conflict(e.getMessage() + ". Ask again when it does.");
    }
    audit.record(actor, null, "insights.index", "index", "built anew");
    return new Report("is being built anew");
  }
}
