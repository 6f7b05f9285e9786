package io.vientro.query.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier that lies with whoever decides. The oldest submission comes first.
 *
 * @param submittedOn business date of the submission
 * @param approver role that decides (Art. 7)
 * @param agencies whose head may decide
 * @param officer account of the officer at work: at the deciding agency, else at the lead; or null
 * @param due where the deploying agency set a limit for the signature, else null
 * @param limits limits that run
 */
public record PendingApprovalRow(
    String id,
    long position,
    RowDossier dossier,
    LocalDate submittedOn,
    String approver,
    List<String> agencies,
    @Nullable String officer,
    @Nullable RowDue due,
    List<RowLimit> limits,
    List<String> keys)
    implements WorkRow {
  public static final String ALL = "ALL";
  public static final String AUTHORITY = "AUTHORITY";
  public static final String AGENCY = "AGENCY";
  public static final String OFFICER = "OFFICER";

  @Override
  public List<String> counted() {
    var counted = new ArrayList<String>();
    for (var scope : WorkKeys.scopes(keys)) {
      counted.add(WorkCount.id(WorkList.PENDING_APPROVALS, scope, ALL, ""));
      counted.add(WorkCount.id(WorkList.PENDING_APPROVALS, scope, AUTHORITY, approver));
      agencies.forEach(
          a -> counted.add(WorkCount.id(WorkList.PENDING_APPROVALS, scope, AGENCY, a)));
      if (officer != null) {
        counted.add(WorkCount.id(WorkList.PENDING_APPROVALS, scope, OFFICER, officer));
      }
    }
    return counted;
  }
}
