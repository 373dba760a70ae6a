package org.insignia.server.issuing.fsck;

import java.util.BitSet;
import java.util.List;
import org.insignia.openbadges.json.Json;
import org.insignia.openbadges.json.MalformedCredential;
import org.insignia.openbadges.status.StatusListCredential;
import org.insignia.server.issuing.fsck.StatusRowStore.Published;
import org.insignia.server.platform.fsck.Invariant;
import org.insignia.server.platform.fsck.Probe;
import org.insignia.server.platform.fsck.Stretches;
import org.springframework.stereotype.Component;

/**
 * I6 and I5: every published bit is as the table says, and the list is as the issuer signed it. A
 * list that was signed before the last change may lack bits, but what it says is out of force for
 * good is so.
 */
@Component
final class ListEqualsTable implements Invariant {
  private static final int LISTS = 1;

  /** How many wrong bits of one list are named. */
  private static final int NAMED = 10;

  private final StatusRowStore store;
  private final Stretches stretches;
  private final Proofs proofs;

  ListEqualsTable(StatusRowStore store, Stretches stretches, Proofs proofs) {
    this.store = store;
    this.stretches = stretches;
    this.proofs = proofs;
  }

  @Override
  public String key() {
    return "list-equals-table";
  }

  @Override
  public int number() {
    return 6;
  }

  @Override
  public void check(Probe probe) {
    stretches.visit(
        probe,
        "status_list",
        "id",
        LISTS,
        (after, upTo) ->
            store.published(after, upTo).forEach(published -> check(probe, published)));
  }

  private void check(Probe probe, Published published) {
    var subject = "status_list:" + published.list() + " (" + published.purpose() + ")";
    if (published.version() > published.newest()) {
      probe.broken(
          subject,
          "is published in version %d, but has come to %d only"
              .formatted(published.version(), published.newest()));
    }
    try {
      var document = Json.parseObject(published.document());
      proofs
          .fault(document, published.organisation(), probe.scope().now())
          .ifPresent(fault -> probe.broken(subject, fault));
      compare(probe, subject, published, StatusListCredential.read(document));
    } catch (MalformedCredential e) {
      probe.broken(subject, "is published as no sound list: " + e.getMessage());
    }
  }

  private void compare(
      Probe probe, String subject, Published published, StatusListCredential signed) {
    var said = new BitSet();
    signed.list().set().forEach(said::set);
    boolean forGood = published.purpose().equals("revocation");
    var stored =
        bits(forGood ? store.outForGood(published.list()) : store.outOfForce(published.list()));
    var tooMany = without(said, stored);
    var tooFew = without(stored, said);
    if (published.version() == published.newest()) {
      name(probe, subject, published, tooFew, "has not set");
      name(probe, subject, published, tooMany, "has set");
    } else if (forGood) {
      name(probe, subject, published, tooMany, "has set");
    }
  }

  private void name(Probe probe, String subject, Published published, BitSet wrong, String is) {
    wrong.stream()
        .limit(NAMED)
        .forEach(index ->
            probe.broken(
                subject,
                "%s bit %d, but %s"
                    .formatted(
                        is,
                        index,
                        store.at(published.list(), index).orElse("no credential has this index"))));
    if (wrong.cardinality() > NAMED) {
      probe.broken(subject, "%s %d bits wrongly in all".formatted(is, wrong.cardinality()));
    }
  }

  private static BitSet bits(List<Integer> indexes) {
    var bits = new BitSet();
    indexes.forEach(bits::set);
    return bits;
  }

  private static BitSet without(BitSet these, BitSet those) {
    var rest = (BitSet) these.clone();
    rest.andNot(those);
    return rest;
  }
}
