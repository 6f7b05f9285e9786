package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Submits a report (báo cáo) that the rule pack knows: half-yearly, yearly, at the end (Art. 13.9,
 * 14.4, 15.5, 15.6, 18).
 *
 * @param report id of the duty in the rule pack, for example {@code annual-report}
 * @param period the period it covers, for example {@code 2023} or {@code 2023-H1}; null for a
 *     report that comes once
 * @param submittedOn business date
 * @param summary in words
 * @param documents ids of attached documents; empty if there are none
 */
public record SubmitReport(
    String report,
    @Nullable String period,
    LocalDate submittedOn,
    String summary,
    @Nullable List<String> documents,
    Act act)
    implements LifeCommand {
  public SubmitReport {
    documents = Copies.listOrEmpty(documents);
  }

  @Override
  public LocalDate on() {
    return submittedOn;
  }
}
