package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier was filed, complete or not, and is bound to a rule pack.
 *
 * @param applicant id of the applicant's organisation, or null if it has no account
 */
public record DossierSubmitted(
    LocalDate submittedOn,
    FilingChannel channel,
    String filedWith,
    @Nullable String applicant,
    int sets,
    AidFacts aid,
    List<DossierDocument> documents,
    PackPin pack,
    Act act)
    implements DossierEvent {
  public DossierSubmitted {
    documents = Copies.list(documents);
  }
}
