package org.insignia.server.platform.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through rows of files, many in a transaction. A row that the database will not take,
 * although it could be read, costs itself only: its chunk is done again, row by row.
 */
public final class RowSteps implements Worker.Step {
  private static final Logger LOG = LoggerFactory.getLogger(RowSteps.class);

  /** What is done with rows, each call in a transaction of its own. */
  public interface Rows {
    /**
     * Works through the next rows and notes where it stands.
     *
     * @param most how many at most
     * @return false where nothing waits
     */
    boolean next(int most);

    /** Passes over the next row and reports that it could not be stored. */
    void refuseNext();
  }

  private final int atOnce;
  private final Rows rows;
  private final TransactionTemplate transaction;

  /**
   * @param atOnce rows of a transaction: so many that statements and the commit are shared, so few
   *     that it is seen to move
   */
  public RowSteps(int atOnce, Rows rows, TransactionTemplate transaction) {
    this.atOnce = atOnce;
    this.rows = rows;
    this.transaction = transaction;
  }

  @Override
  public boolean once() {
    try {
      return next(atOnce);
    } catch (DataIntegrityViolationException e) {
      LOG.warn("{} rows cannot be stored together and are stored one by one", atOnce, e);
      return oneByOne();
    }
  }

  private boolean next(int most) {
    return Boolean.TRUE.equals(transaction.execute(t -> rows.next(most)));
  }

  private boolean oneByOne() {
    for (int i = 0; i < atOnce; i++) {
      try {
        if (!next(1)) {
          return true;
        }
      } catch (DataIntegrityViolationException e) {
        LOG.error("a row cannot be stored and is refused", e);
        transaction.executeWithoutResult(t -> rows.refuseNext());
      }
    }
    return true;
  }
}
