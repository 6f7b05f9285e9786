package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Returns the dossier with a supplement slip (phiếu yêu cầu bổ sung, hoàn thiện hồ sơ). All gaps go
 * into it at once.
 *
 * @param requestedOn business date of the slip
 * @param findings what the checklist alone does not see; may be null or empty
 * @param repeatBasis why a second or later request is made; owed from the second on
 */
public record RequestSupplement(
    LocalDate requestedOn, @Nullable List<Finding> findings, @Nullable String repeatBasis, Act act)
    implements DossierCommand {
  public RequestSupplement {
    findings = Copies.listOrEmpty(findings);
  }
}
