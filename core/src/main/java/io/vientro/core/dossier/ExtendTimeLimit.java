package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Apologises and re-appoints (văn bản xin lỗi và hẹn lại ngày trả kết quả): moves the end of a
 * running limit, at most as often as the rule pack allows. The first date stays readable.
 *
 * @param limit id of the limit
 * @param segment its segment, or null for the one that runs
 * @param newDate the new last day, Asia/Ho_Chi_Minh
 * @param reason why, as the applicant reads it
 * @param extendedOn business date
 */
public record ExtendTimeLimit(
    String limit,
    @Nullable Integer segment,
    LocalDate newDate,
    String reason,
    LocalDate extendedOn,
    Act act)
    implements LedgerCommand {
  @Override
  public LocalDate on() {
    return extendedOn;
  }
}
