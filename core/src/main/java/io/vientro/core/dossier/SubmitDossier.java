package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files a dossier (nộp hồ sơ). An incomplete one is taken in as well, and shows its gaps.
 *
 * @param submittedOn business date of submission, Asia/Ho_Chi_Minh
 * @param channel how it came in
 * @param filedWith id of the agency it is handed to
 * @param applicant id of the applicant's organisation; null when the applicant itself files, or has
 *     no account
 * @param sets number of sets handed in
 * @param aid facts of the aid
 * @param documents what was handed in; may be empty
 */
public record SubmitDossier(
    LocalDate submittedOn,
    FilingChannel channel,
    String filedWith,
    @Nullable String applicant,
    int sets,
    AidFacts aid,
    List<DossierDocument> documents,
    Act act)
    implements DossierCommand {
  public SubmitDossier {
    documents = Copies.list(documents);
  }
}
