package org.insignia.server.insights.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insignia.server.insights.index.JobEntryStore.Label;
import org.springframework.stereotype.Component;

/**
 * How keys are written. That never changes once it is known ({@link JobEntryStore#label}), so what
 * was read is kept, the last read longest.
 */
@Component
class KnownLabels {
  private static final int MOST = 20_000;

  private final JobEntryStore store;
  private final Map<Name, String> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, String> eldest) {
          return size() > MOST;
        }
      };

  KnownLabels(JobEntryStore store) {
    this.store = store;
  }

  private record Name(Label kind, String key) {}

  /** The labels of these keys; a key that has none stands for itself. */
  Map<String, String> of(Label kind, Collection<String> keys) {
    var labels = new HashMap<String, String>();
    List<String> missing = new ArrayList<>();
    synchronized (known) {
      for (var key : keys) {
        var label = known.get(new Name(kind, key));
        labels.put(key, label == null ? key : label);
        if (label == null) {
          missing.add(key);
        }
      }
    }
    if (!missing.isEmpty()) {
      var read = store.labels(kind, missing);
      labels.putAll(read);
      synchronized (known) {
        read.forEach((key, label) -> known.put(new Name(kind, key), label));
      }
    }
    return labels;
  }
}
