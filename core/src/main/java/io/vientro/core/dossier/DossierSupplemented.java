package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Papers, sets or corrected facts came in; null means unchanged. */
public record DossierSupplemented(
    LocalDate suppliedOn,
    @Nullable Integer sets,
    @Nullable AidFacts aid,
    List<DossierDocument> documents,
    Act act)
    implements DossierEvent {
  public DossierSupplemented {
    documents = Copies.list(documents);
  }
}
