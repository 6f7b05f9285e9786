package io.vientro.core.dossier;

import io.vientro.core.act.Act;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.rules.RulePack.DecisionPart;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An adjustment is asked for (Art. 16).
 *
 * @param number from 1
 * @param approver role that decides on it; null while a question is open
 * @param approverAgency its agency, or null if the registry knows none
 * @param articles article and clause that name it; null while a question is open
 * @param questions what the text leaves open
 */
public record AdjustmentRequested(
    int number,
    LocalDate requestedOn,
    Set<DecisionPart> parts,
    @Nullable AidFacts aid,
    String reason,
    @Nullable String approver,
    @Nullable String approverAgency,
    @Nullable String articles,
    List<AidClassified.OpenQuestion> questions,
    Act act)
    implements LifeEvent {
  /**
   * The question that is asked where the act was repealed before the adjustment was asked for: the
   * law then in force says who decides (E2), and what it says stands in no pack that the dossier is
   * bound to.
   */
  public static final String AFTER_REPEAL = "adjustment-after-repeal";

  public AdjustmentRequested {
    parts = Copies.setOrEmpty(parts);
    questions = Copies.list(questions);
  }
}
