package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands in what was missing (bổ sung, hoàn thiện hồ sơ).
 *
 * @param suppliedOn business date
 * @param sets number of sets now complete, or null if unchanged
 * @param aid the corrected facts as a whole, or null if they stay as they are
 * @param documents what was handed in this time; each stands beside, never in place of, what was
 *     there
 */
public record SupplementDossier(
    LocalDate suppliedOn,
    @Nullable Integer sets,
    @Nullable AidFacts aid,
    List<DossierDocument> documents,
    Act act)
    implements DossierCommand {
  public SupplementDossier {
    documents = Copies.list(documents);
  }
}
