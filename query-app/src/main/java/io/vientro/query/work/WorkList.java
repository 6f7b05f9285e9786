package io.vientro.query.work;

/** The lists of open work. */
public enum WorkList {
  /** What waits for somebody, most urgent first. */
  MY_WORK("my_work", MyWorkRow.class),
  /** Time limits and days by which opinions are asked for, the earliest first. */
  DEADLINES("deadlines", DeadlineRow.class),
  /** Dossiers that lie with whoever decides, the oldest first. */
  PENDING_APPROVALS("pending_approvals", PendingApprovalRow.class),
  /** Requests for opinions: those that wait by their due date, then the answered ones. */
  OPINIONS("opinions", OpinionRow.class),
  /** What somebody owes, the open ones by their due date. */
  DUTIES("duties", DutyRow.class),
  /** Notices about limits, the unread ones first. */
  NOTICES("notices", NoticeRow.class);

  private final String list;
  private final Class<? extends WorkRow> rowType;

  WorkList(String list, Class<? extends WorkRow> rowType) {
    this.list = list;
    this.rowType = rowType;
  }

  /** Its short name, in references and counts. */
  String list() {
    return list;
  }

  Class<? extends WorkRow> rowType() {
    return rowType;
  }

  /** Name of the collection that it lies in. */
  public String collection() {
    return list + "_v" + OpenWorkView.VERSION;
  }
}
