package org.insignia.server.api.web;

import org.insignia.server.api.AdminToken;
import org.insignia.server.insights.index.IndexUnavailable;
import org.insignia.server.insights.index.Indexing;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.problem.Problem;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Has the index of postings built anew from the database. */
@RestController
class IndexApi {
  private final AdminToken admin;
  private final Indexing indexing;
  private final Audit audit;

  IndexApi(AdminToken admin, Indexing indexing, Audit audit) {
    this.admin = admin;
    this.indexing = indexing;
    this.audit = audit;
  }

  /** What happens now. */
  record Report(String index) {}

  @PostMapping("/rest/v1/jobs/index")
  Report rebuild(@RequestHeader(name = "Authorization", required = false) String authorization) {
    admin.require(authorization);
    try {
      indexing.rebuild();
    } catch (IndexUnavailable e) {
      throw new Problem.Conflict(e.getMessage() + ". Ask again when it does.");
    }
    audit.record(AdminToken.ACTOR, null, "insights.index", "index", "built anew");
    return new Report("is being built anew");
  }
}
