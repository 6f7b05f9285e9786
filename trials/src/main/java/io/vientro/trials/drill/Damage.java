package io.vientro.trials.drill;

/** What must never be found after a drill. */
enum Damage {
  /** An acknowledged commit that is not in the log. */
  LOST("lost"),
  /** A commit or delivery that differs from what was sent, acknowledged or stored. */
  ALTERED("altered"),
  /** A commit that lies in the log twice, or was acknowledged at two places. */
  DUPLICATED("duplicated"),
  /** A commit whose sender was told of a conflict, and that lies in the log all the same. */
  REFUSED_BUT_STORED("refused_but_stored"),
  /** A position, or an aggregate's sequence, without an event. */
  HOLE("holes"),
  BROKEN_HASH("broken_hashes"),
  /** A delivery before its turn, after it, a second time, or not at all. */
  OUT_OF_ORDER("deliveries_out_of_order"),
  /** An aggregate of which a projection says something else than a rebuild from the log. */
  WRONG_PROJECTION("projections_wrong");

  private final String key;

  Damage(String key) {
    this.key = key;
  }

  /** Its name in the report. */
  String key() {
    return key;
  }
}
