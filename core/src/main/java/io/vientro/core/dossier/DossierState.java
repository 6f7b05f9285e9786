package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DossierDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as its events make it.
 *
 * @param status where it stands
 * @param submitted the event that filed it; null before
 * @param aid facts as they stand now; null before
 * @param documents everything handed in so far, in order
 * @param sets number of sets handed in
 * @param classification who approves and receives; null before
 * @param classifiedOn business date of the step that the classification follows from: filing,
 *     corrected facts or an answer
 * @param answers what persons answered, by question
 * @param supplementRequests how many there were
 * @param findings an officer's open findings; answered by the next supplement
 * @param lastGaps what the last check of the checklist found missing
 * @param code dossier code, or null before the first acceptance
 * @param completeOn business date of complete and valid reception, as last accepted; or null
 * @param lastStepOn business date of the last step of the road
 * @param limits ledger of time limits, in order
 */
public record DossierState(
    Status status,
    @Nullable DossierSubmitted submitted,
    @Nullable AidFacts aid,
    List<DossierDocument> documents,
    int sets,
    @Nullable AidClassified classification,
    @Nullable LocalDate classifiedOn,
    Map<String, String> answers,
    int supplementRequests,
    List<Gap> findings,
    List<Gap> lastGaps,
    @Nullable String code,
    @Nullable LocalDate completeOn,
    @Nullable LocalDate lastStepOn,
    List<LimitSegment> limits) {

  public static final DossierState INITIAL =
      new DossierState(
          Status.NONE,
          null,
          null,
          List.of(),
          0,
          null,
          null,
          Map.of(),
          0,
          List.of(),
          List.of(),
          null,
          null,
          null,
          List.of());

  /** The event that filed it. */
  public DossierSubmitted filing() {
    return Objects.requireNonNull(submitted, "the dossier is not filed yet");
  }

  /** Facts as they stand now. */
  public AidFacts facts() {
    return Objects.requireNonNull(aid, "the dossier is not filed yet");
  }

  /**
   * The earliest day on which it can be complete and valid: all steps before are done, and who
   * approves is settled.
   */
  public LocalDate settledOn() {
    return later(Objects.requireNonNull(lastStepOn), Objects.requireNonNull(classifiedOn));
  }

  static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  /** Questions that a person still has to answer. */
  public List<AidClassified.OpenQuestion> openQuestions() {
    return classification == null ? List.of() : classification.questions();
  }

  public Stream<LimitSegment> runningLimits() {
    return limits.stream().filter(LimitSegment::running);
  }
}
