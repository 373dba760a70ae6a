package org.insignia.server.platform.fsck;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.insignia.server.platform.fsck.Tenants.Owned;
import org.insignia.server.platform.fsck.Tenants.Pointer;
import org.springframework.stereotype.Component;

/** I13: every row belongs to the organisation of all rows it points at, and those are there. */
@Component
final class Tenancy implements Invariant {
  private final Map<String, Owned> tables;
  private final List<Pointer> pointers;
  private final Stretches stretches;

  Tenancy(List<Tenants> features, Stretches stretches) {
    this.tables =
        features.stream()
            .flatMap(feature -> feature.owned().stream())
            .collect(Collectors.toMap(Owned::table, Function.identity()));
    this.pointers = features.stream().flatMap(feature -> feature.pointers().stream()).toList();
    this.stretches = stretches;
  }

  @Override
  public String key() {
    return "tenancy";
  }

  @Override
  public int number() {
    return 13;
  }

  @Override
  public void check(Probe probe) {
    for (var pointer : pointers) {
      var from = table(pointer.from());
      stretches.find(
          probe, from.table(), from.key(), statement(from, pointer, table(pointer.to())));
    }
  }

  private Owned table(String name) {
    return Objects.requireNonNull(tables.get(name), name);
  }

  private static String statement(Owned from, Pointer pointer, Owned to) {
    return """
    select '%1$s:' || a.key as subject,
           'of organisation ' || coalesce(a.organisation::text, 'none') || ', but its %4$s names %5$s '
             || a.points || case when b.key is null then ', which is not there'
                                 else ' of organisation ' || coalesce(b.organisation::text, 'none') end as what
      from (select r.%2$s as key, %3$s as organisation, r.%4$s as points
              from %1$s r
             where r.%2$s > :after and r.%2$s <= :upTo and r.%4$s is not null) a
      left join lateral (select r.%6$s as key, %7$s as organisation
              from %5$s r where r.%6$s = a.points) b on true
     where b.key is null or a.organisation is distinct from b.organisation
    """
        .formatted(
            from.table(),
            from.key(),
            from.organisation(),
            pointer.column(),
            to.table(),
            to.key(),
            to.organisation());
  }
}
