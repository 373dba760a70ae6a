package org.insignia.server.accounts.erasure.web;

import java.util.List;
import org.insignia.server.accounts.merge.Stake;

/**
 * What erasing takes away, what remains, and what stands in the way.
 *
 * @param ties text keys
 */
public record ErasurePage(String address, List<Stake.Line> stakes, List<String> ties) {
  public ErasurePage {
    stakes = List.copyOf(stakes);
    ties = List.copyOf(ties);
  }
}
