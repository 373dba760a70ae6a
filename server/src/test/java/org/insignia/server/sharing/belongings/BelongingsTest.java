package org.insignia.server.sharing.belongings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.insignia.openbadges.json.Bytes;
import org.insignia.server.accounts.Accounts;
import org.insignia.server.accounts.PersonId;
import org.insignia.server.accounts.merge.AccountMerges;
import org.insignia.server.accounts.merge.Stake;
import org.insignia.server.platform.i18n.Language;
import org.insignia.server.platform.mail.EmailAddress;
import org.insignia.server.platform.testing.ServerTest;
import org.insignia.server.sharing.collections.BadgeCollection;
import org.insignia.server.sharing.collections.BadgeCollections;
import org.insignia.server.sharing.foreign.ElsewhereBadges;
import org.insignia.server.sharing.foreign.ForeignBadge;
import org.insignia.server.sharing.foreign.ForeignBadges;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class BelongingsTest {
  @Autowired Accounts accounts;
  @Autowired AccountMerges merges;
  @Autowired BadgeCollections collections;
  @Autowired ForeignBadges foreign;
  @Autowired Belongings belongings;
  @Autowired BelongingStore store;

  @Test
  void what_was_made_and_brought_follows_into_the_account_that_stays_and_back_again() {
    var kept = somebody("a" + UUID.randomUUID() + "@example.org");
    var address = "b" + UUID.randomUUID() + "@example.org";
    var gone = somebody(address);
    collections.make(gone, "Sea");
    foreign.fromBytes(gone, Bytes.utf8(new ElsewhereBadges().plain(address)));
    assertThat(belongings.of(gone))
        .containsExactly(
            new Stake.Line("collections.stake", 1), new Stake.Line("foreign.stake", 1));
    merges.merge(kept, gone);
    assertThat(collections.of(kept)).extracting(BadgeCollection::name).isEqualTo(List.of("Sea"));
    assertThat(foreign.of(kept)).hasSize(1);
    assertThat(foreign.of(gone)).isEmpty();
    merges.undo(merges.latest(1).getFirst().id(), "test");
    assertThat(collections.of(kept)).isEmpty();
    assertThat(collections.of(gone)).hasSize(1);
    assertThat(foreign.of(gone)).hasSize(1);
  }

  @Test
  void the_order_of_what_came_stands_behind_and_goes_back_as_it_is_by_then() {
    var kept = somebody("a" + UUID.randomUUID() + "@example.org");
    var address = "b" + UUID.randomUUID() + "@example.org";
    var gone = somebody(address);
    var own = UUID.randomUUID();
    var elsewhere = new ElsewhereBadges();
    var first = imported(gone, elsewhere.plain(address));
    var second = imported(gone, elsewhere.plain(address));
    store.setOrder(kept, List.of(own));
    store.setOrder(gone, List.of(first, second));
    merges.merge(kept, gone);
    assertThat(store.order(kept)).containsExactly(own, first, second);
    store.setOrder(kept, List.of(second, own, first));
    merges.undo(merges.latest(1).getFirst().id(), "test");
    assertThat(store.order(kept)).containsExactly(own);
    assertThat(store.order(gone)).containsExactly(second, first);
  }

  private UUID imported(PersonId person, String badge) {
    var before = foreign.of(person).stream().map(ForeignBadge::id).toList();
    foreign.fromBytes(person, Bytes.utf8(badge));
    return foreign.of(person).stream()
        .map(ForeignBadge::id)
        .filter(id -> !before.contains(id))
        .findFirst()
        .orElseThrow();
  }

  private PersonId somebody(String address) {
    return accounts.createConfirmed(
        "Ana", EmailAddress.of(address), "violet otter lantern", Language.EN);
  }
}
