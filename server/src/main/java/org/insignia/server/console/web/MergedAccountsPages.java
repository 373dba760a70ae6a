package org.insignia.server.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.UUID;
import org.insignia.server.accounts.door.Proof;
import org.insignia.server.accounts.merge.AccountMerge;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.organisations.StaffDoor;
import org.insignia.server.platform.web.SeeOther;
import org.insignia.server.platform.web.Shell;
import org.insignia.server.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Taking back a merge of accounts that was wrong; for operators alone. */
@Controller
class MergedAccountsPages {
  private static final String HERE = "/console/merged-accounts";
  private static final int SHOWN = 100;

  private final AccountMerges merges;
  private final StaffDoor door;
  private final Proof proof;
  private final Clock clock;

  MergedAccountsPages(AccountMerges merges, StaffDoor door, Proof proof, Clock clock) {
    this.merges = merges;
    this.door = door;
    this.proof = proof;
    this.clock = clock;
  }

  @GetMapping(HERE)
  ModelAndView latest(@RequestParam(defaultValue = "") String done, Shell shell) {
    door.operator(shell);
    var rows = merges.latest(SHOWN).stream().map(this::row).toList();
    return View.of("console/merged-accounts", new MergedAccountsPage(rows, done.equals("undone")));
  }

  private MergedAccountsPage.Row row(AccountMerge merge) {
    return new MergedAccountsPage.Row(merge, merge.isOpen(clock.instant()));
  }

  @PostMapping(HERE + "/{id}/undo")
  ModelAndView undo(@PathVariable UUID id, HttpServletRequest request, Shell shell) {
    var operator = door.operator(shell);
    return proof
        .missing(request, HERE)
        .orElseGet(() -> {
          merges.undo(id, operator);
          return SeeOther.at(shell.link(HERE + "?done=undone"));
        });
  }
}
