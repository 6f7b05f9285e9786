package io.vientro.query.work;

import io.vientro.core.dossier.Debtor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice that somebody is to read and acknowledge. Unread ones come first, and among them the
 * latest; then those that were read.
 *
 * @param owedBy who owes what the notice is about, or null where nobody in particular does
 */
public record NoticeRow(
    String id,
    long position,
    RowDossier dossier,
    RowNotice notice,
    @Nullable Debtor owedBy,
    List<String> keys)
    implements WorkRow {
  /** What the ids of unread notices begin with. */
  public static final String UNREAD = "0|";

  /** What the ids of notices that were read begin with. */
  public static final String READ = "1|";

  /** Count of the unread ones. */
  public static final String COUNT_UNREAD = "UNREAD";

  /** Count of those that were read. */
  public static final String COUNT_READ = "READ";

  @Override
  public List<String> counted() {
    var what = notice.acknowledgedOn() == null ? COUNT_UNREAD : COUNT_READ;
    return WorkKeys.scopes(keys).stream()
        .map(scope -> WorkCount.id(WorkList.NOTICES, scope, what, ""))
        .toList();
  }
}
