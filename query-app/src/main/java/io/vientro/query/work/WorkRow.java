package io.vientro.query.work;

import io.vientro.query.projection.ViewDocument;
import java.util.List;

/**
 * A row of a list of open work. Its {@code id} begins with what the list is ordered by, so a row
 * that moves is another row. It holds no personal value, sealed or not.
 */
public sealed interface WorkRow extends ViewDocument
    permits MyWorkRow, DeadlineRow, PendingApprovalRow, OpinionRow, DutyRow, NoticeRow {

  /** The dossier it belongs to. */
  RowDossier dossier();

  /** Everything the list can be filtered by, rights included; see {@link WorkKeys}. */
  List<String> keys();

  /** Ids of the counts that it is counted in. */
  List<String> counted();

  /** The list that it stands in. */
  default WorkList list() {
    return switch (this) {
      case MyWorkRow _ -> WorkList.MY_WORK;
      case DeadlineRow _ -> WorkList.DEADLINES;
      case PendingApprovalRow _ -> WorkList.PENDING_APPROVALS;
      case OpinionRow _ -> WorkList.OPINIONS;
      case DutyRow _ -> WorkList.DUTIES;
      case NoticeRow _ -> WorkList.NOTICES;
    };
  }

  /** How the working document names it. */
  default String reference() {
    return list().list() + ' ' + id();
  }
}
