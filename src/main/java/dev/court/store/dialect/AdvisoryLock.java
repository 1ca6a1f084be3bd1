package dev.court.store.dialect;

/** The locks that all machines share which use one PostgreSQL. */
enum AdvisoryLock {
  /** Held by a transaction from its first statement to its end. */
  CHANGES(0),
  /** Held by sessions together while each refreshes tokens of one account, and alone for all. */
  REFRESH(1);

  /** Other programs use the same server's locks; these numbers spell the name of this one. */
  private static final long COURT = 0x63_6F_75_72_74_00L;

  private final int number;

  AdvisoryLock(int number) {
    this.number = number;
  }

  /** Must never change: machines with an older version lock the same. */
  long key() {
    return COURT + number;
  }
}
