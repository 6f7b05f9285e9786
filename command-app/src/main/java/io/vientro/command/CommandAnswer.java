package io.vientro.command;

import io.vientro.core.dossier.AidClassified.OpenQuestion;
import io.vientro.core.dossier.Gap;
import io.vientro.core.log.LogMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command that was done is answered with. The same request under the same key is answered
 * the same again, from the log.
 *
 * @param id id of the aggregate
 * @param code dossier code, or null while there is none
 * @param state where the dossier now stands; null for what is no dossier
 * @param position last position of the commit in the log; a query may wait for it ({@code
 *     at-least-position})
 * @param sequence the aggregate's sequence, as in the {@code ETag}
 * @param gaps what the dossier was found to lack; empty if complete
 * @param questions what only a person can answer ({@code NEEDS_HUMAN_DECISION}); empty if nothing
 * @param warnings stable codes, for example {@code RULE_PACK_OUT_OF_FORCE}
 * @param assumed facts that were assumed rather than stated
 * @param document id of the document that was attached; null for any other command
 * @param logMode what the log is for
 */
public record CommandAnswer(
    String id,
    @Nullable String code,
    @Nullable String state,
    long position,
    long sequence,
    List<Gap> gaps,
    List<OpenQuestion> questions,
    List<String> warnings,
    List<String> assumed,
    @Nullable String document,
    LogMode logMode) {

  /** The dossier was filed on a day on which its rule pack's decree was not in force. */
  public static final String RULE_PACK_OUT_OF_FORCE = "RULE_PACK_OUT_OF_FORCE";

  /** Something came in before the approval (Art. 4.1); it is to be held. */
  public static final String RECEIVED_BEFORE_APPROVAL = "RECEIVED_BEFORE_APPROVAL";

  /** More was disbursed than the decision grants; no rule forbids it, an adjustment is due. */
  public static final String DISBURSED_BEYOND_GRANT = "DISBURSED_BEYOND_GRANT";
}
