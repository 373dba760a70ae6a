package org.insignia.server.catalog;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.insignia.server.catalog.CatalogState.Stored;
import org.insignia.server.catalog.CatalogState.Text;
import org.insignia.server.catalog.model.Entry;
import org.insignia.server.catalog.model.EntryEdit;
import org.insignia.server.catalog.source.CatalogSource;
import org.insignia.server.catalog.source.Problems;
import org.insignia.server.catalog.source.SourceFile;
import org.insignia.server.catalog.source.SourceProblem;
import org.insignia.server.organisations.OrganisationId;
import org.insignia.server.platform.audit.Audit;
import org.insignia.server.platform.ids.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports catalogue files: reads them first, then changes the catalogue in one transaction. */
@Component
public class CatalogImports {
  private final Catalog catalog;
  private final CatalogStore store;
  private final TextStore texts;
  private final ImportStore imports;
  private final AchievementDrafts drafts;
  private final Attributions attributions;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CatalogImports(
      Catalog catalog,
      CatalogStore store,
      TextStore texts,
      ImportStore imports,
      AchievementDrafts drafts,
      Attributions attributions,
      Audit audit,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.catalog = catalog;
    this.store = store;
    this.texts = texts;
    this.imports = imports;
    this.drafts = drafts;
    this.attributions = attributions;
    this.audit = audit;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * As {@link #importFiles(String, OrganisationId, List)}, done by the server's own administrator.
   */
  public ImportReport importFiles(OrganisationId organisation, List<SourceFile> files) {
    return importFiles("admin-token", organisation, files);
  }

  /**
   * Upserts everything in the files by uid; an older snapshot never overwrites a newer one. What
   * cannot be read is in the report and stops nothing else.
   *
   * @param actor who does it, for the audit
   * @param files in any order and of any supported form; a folder's files together
   */
  public ImportReport importFiles(
      String actor, OrganisationId organisation, List<SourceFile> files) {
    return importAndFile(actor, organisation, files).report();
  }

  /**
   * As {@link #importFiles(String, OrganisationId, List)}; the answer can be found again by its id.
   */
  public PastImport importAndFile(
      String actor, OrganisationId organisation, List<SourceFile> files) {
    List<SourceFile> whose = files.stream().filter(Attributions::isOne).toList();
    List<SourceFile> rest = files.stream().filter(f -> !Attributions.isOne(f)).toList();
    CatalogSource source = new CatalogSource(LocalDate.now(clock)).read(rest);
    PastImport done =
        transaction.execute(_ -> {
          whose.forEach(file -> attributions.take(organisation, file));
          return apply(actor, organisation, source);
        });
    if (done == null) {
      throw new IllegalStateException("no report");
    }
    return done;
  }

  /** Earlier imports, newest first. */
  public List<PastImport> past(OrganisationId organisation, int limit) {
    return imports.newest(organisation, limit);
  }

  /** Imports earlier than this one, newest first. */
  public List<PastImport> before(OrganisationId organisation, UUID last, int limit) {
    return imports.before(organisation, last, limit);
  }

  /** An earlier import of this organisation. */
  public Optional<PastImport> past(OrganisationId organisation, UUID id) {
    return imports.find(organisation, id);
  }

  private PastImport apply(String actor, OrganisationId organisation, CatalogSource source) {
    int number = catalog.lock(organisation);
    CatalogState before = load(organisation);
    Problems problems = source.problems();
    CatalogMerge merge = new CatalogMerge(before, problems).apply(source.facts());
    CatalogState after = merge.after();
    int now = save(organisation, number, before, after);
    ImportReport report = report(now, merge.changes(), problems, after);
    PastImport done = new PastImport(Ids.next(), clock.instant(), actor, report);
    imports.add(organisation, done);
    audit.record(
        actor, organisation.value(), "catalog.import", "catalogue:" + now, summary(report));
    announce(organisation, now != number, now, !before.texts.equals(after.texts));
    return done;
  }

  private void announce(OrganisationId organisation, boolean changed, int now, boolean reworded) {
    if (changed) {
      events.publishEvent(new Catalog.Changed(organisation, now));
    } else if (reworded) {
      drafts.bringUpToDate(organisation, now);
      events.publishEvent(new Catalog.Reworded(organisation));
    }
  }

  /**
   * Makes or changes an exam or certification by hand; from then on imports leave it as it is.
   *
   * @return why it was not done; empty where it was
   */
  public List<SourceProblem> edit(String actor, OrganisationId organisation, EntryEdit edit) {
    List<SourceProblem> found =
        transaction.execute(_ -> {
          int number = catalog.lock(organisation);
          CatalogState before = load(organisation);
          Problems problems = new Problems();
          CatalogState after = new CatalogMerge(before, problems).apply(edit).after();
          if (problems.refused() > 0) {
            return problems.list();
          }
          int now = save(organisation, number, before, after);
          store.keepByHand(organisation, edit.entry().uid(), edit.titles());
          note(actor, organisation, "catalog.edit", now, edit.entry().uid());
          announce(organisation, now != number, now, !before.byHand.equals(after.byHand));
          return List.<SourceProblem>of();
        });
    return found == null ? List.of() : found;
  }

  /** Lets imports change an entry again; what stands in it stays until one does. */
  public void letGo(String actor, OrganisationId organisation, String uid) {
    transaction.executeWithoutResult(_ -> {
      int number = catalog.lock(organisation);
      if (store.letGo(organisation, uid)) {
        note(actor, organisation, "catalog.let-go", number, uid);
        announce(organisation, false, number, true);
      }
    });
  }

  private void note(
      String actor, OrganisationId organisation, String action, int number, String uid) {
    audit.record(actor, organisation.value(), action, "catalogue:" + number, uid);
  }

  private CatalogState load(OrganisationId organisation) {
    CatalogState state = new CatalogState();
    state.entries.putAll(store.stored(organisation));
    state.aliases.putAll(store.aliases(organisation));
    state.stated.putAll(texts.stated(organisation));
    state.texts.putAll(texts.texts(organisation));
    state.byHand.putAll(store.byHand(organisation));
    return state;
  }

  /** The number of the version that results; the old one where no entry differs. */
  private int save(
      OrganisationId organisation, int number, CatalogState before, CatalogState after) {
    Set<String> ended = new HashSet<>();
    Map<String, Stored> begun = new TreeMap<>();
    Map<String, Stored> seen = new TreeMap<>();
    Set<String> uids = new TreeSet<>(before.entries.keySet());
    uids.addAll(after.entries.keySet());
    for (String uid : uids) {
      Stored old = before.entries.get(uid);
      Stored next = after.entries.get(uid);
      if (old != null && next != null && old.entry().equals(next.entry())) {
        if (!old.equals(next)) {
          seen.put(uid, next);
        }
        continue;
      }
      if (old != null) {
        ended.add(uid);
      }
      if (next != null) {
        begun.put(uid, next);
      }
    }
    boolean changed = !ended.isEmpty() || !begun.isEmpty() || !before.aliases.equals(after.aliases);
    int now = changed ? number + 1 : number;
    if (changed) {
      store.replace(organisation, now, ended, begun.values());
      store.replaceAliases(organisation, after.aliases);
      store.setNumber(organisation, now);
    }
    store.seen(organisation, seen.values());
    saveTexts(organisation, before, after);
    return now;
  }

  private void saveTexts(OrganisationId organisation, CatalogState before, CatalogState after) {
    if (!before.stated.equals(after.stated)) {
      texts.replaceStated(organisation, after.stated);
    }
    Set<String> gone = new TreeSet<>(before.texts.keySet());
    gone.removeAll(after.texts.keySet());
    texts.deleteTexts(organisation, gone);
    Map<String, Map<String, Text>> changed = new TreeMap<>();
    after.texts.forEach((uid, byLocale) -> {
      if (!byLocale.equals(before.texts.get(uid))) {
        changed.put(uid, byLocale);
      }
    });
    texts.putTexts(organisation, changed);
  }

  private static ImportReport report(
      int number, CatalogChanges changes, Problems problems, CatalogState after) {
    return new ImportReport(
        number,
        changes.added(),
        changes.changed(),
        changes.renamed(),
        changes.retired(),
        changes.unchanged(),
        problems.list(),
        problems.refused(),
        problems.notices(),
        count(after, Entry.Kind.EXAM),
        count(after, Entry.Kind.CERTIFICATION));
  }

  private static int count(CatalogState state, Entry.Kind kind) {
    return (int)
        state.entries.values().stream().filter(stored -> stored.entry().kind() == kind).count();
  }

  private static String summary(ImportReport report) {
    return "added %d, changed %d, renamed %d, retired %d, unchanged %d, refused %d"
        .formatted(
            report.added().size(),
            report.changed().size(),
            report.renamed().size(),
            report.retired().size(),
            report.unchanged().size(),
            report.refused());
  }
}
