package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DossierDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
 *     corrected facts, an answer or another version of the pack
 * @param answers what persons answered, by question
 * @param supplementRequests how many there were
 * @param findings an officer's open findings; answered by the next supplement
 * @param lastGaps what the last check of the checklist found missing
 * @param code dossier code, or null before the first acceptance
 * @param completeOn business date of complete and valid reception, as last accepted; or null
 * @param lastStepOn business date of the last step of the road
 * @param limits ledger of time limits, in order
 * @param pack the law that it is bound to; null before
 * @param custody in whose hands it is
 * @param appraisal the appraisal as far as it has come
 * @param outcome the decision and its notice
 * @param receiver agency that has the case in its charge now: the one it was filed with, until it
 *     was moved; null before
 * @param life the aid after its approval
 * @param records attached documents, corrections and notices
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
    List<LimitSegment> limits,
    @Nullable PackPin pack,
    Custody custody,
    Appraisal appraisal,
    Outcome outcome,
    @Nullable String receiver,
    Life life,
    Records records) {

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
          List.of(),
          null,
          Custody.NONE,
          Appraisal.NONE,
          Outcome.NONE,
          null,
          Life.NONE,
          Records.NONE);

  /** Starts a changed copy. */
  public DossierStateChange change() {
    return new DossierStateChange(this);
  }

  /** The event that filed it. */
  public DossierSubmitted filing() {
    return Objects.requireNonNull(submitted, "the dossier is not filed yet");
  }

  /** The agency that has the case in its charge now (Art. 8.6). */
  public String inCharge() {
    return Objects.requireNonNull(receiver, "the dossier is not filed yet");
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

  /** The law that it is bound to. */
  public PackPin pin() {
    return Objects.requireNonNull(pack, "the dossier is not filed yet");
  }

  /** Questions that a person still has to answer. */
  public List<AidClassified.OpenQuestion> openQuestions() {
    var determined = appraisal.determined();
    var adjustment = status == Status.ADJUSTING ? life.openAdjustment() : null;
    return Stream.of(
            classification == null
                ? List.<AidClassified.OpenQuestion>of()
                : classification.questions(),
            determined == null ? List.<AidClassified.OpenQuestion>of() : determined.questions(),
            adjustment == null ? List.<AidClassified.OpenQuestion>of() : adjustment.questions())
        .flatMap(List::stream)
        .toList();
  }

  /** Which agencies have a hand in the case. */
  public Participants parties() {
    return new Participants(
        inCharge(), facts().managingAgencies(), classification, appraisal.determined());
  }

  /** See {@link Participants#leadAgency()}. */
  public String leadAgency() {
    return parties().leadAgency();
  }

  /** See {@link Participants#approverAgencies()}. */
  public Set<String> approverAgencies() {
    return parties().approverAgencies();
  }

  /** See {@link Participants#managingAgencies()}. */
  public Set<String> managingAgencies() {
    return parties().managingAgencies();
  }

  /** Every agency that has a hand in the case, those that were asked for an opinion left out. */
  public Set<String> participants() {
    var all = new TreeSet<>(parties().all());
    all.addAll(Decider.agencies(Decider.ofDecision(this), this));
    all.addAll(Decider.agencies(Decider.ofAdjustment(this), this));
    return all;
  }

  /** What the decision says as it now reads, adjustments included; null before any approval. */
  public @Nullable DecisionContent decision() {
    var first = outcome.approval();
    return life.adjustments().stream()
        .flatMap(a -> Stream.ofNullable(a.approval()))
        .map(AdjustmentApproved::content)
        .reduce(first == null ? null : first.content(), (a, b) -> b);
  }

  /** Date of the last decision, a revocation included. */
  LocalDate lastDecidedOn() {
    var all = new ArrayList<LocalDate>();
    if (outcome.approval() != null) {
      all.add(outcome.approval().decidedOn());
    }
    if (outcome.refusal() != null) {
      all.add(outcome.refusal().decidedOn());
    }
    for (var adjustment : life.adjustments()) {
      if (adjustment.approval() != null) {
        all.add(adjustment.approval().decidedOn());
      }
      if (adjustment.refusal() != null) {
        all.add(adjustment.refusal().decidedOn());
      }
    }
    if (life.revoked() != null) {
      all.add(life.revoked().revokedOn());
    }
    return all.stream().max(LocalDate::compareTo).orElseThrow();
  }

  /** Date of the approval as it stands. */
  LocalDate approvedOn() {
    return Objects.requireNonNull(outcome.approval(), "the aid was not approved").decidedOn();
  }

  /**
   * The day as of which agencies are looked up: that of filing, or that of the last move to another
   * agency.
   */
  LocalDate agenciesOn() {
    return life.transfers().isEmpty()
        ? filing().submittedOn()
        : life.transfers().getLast().transferredOn();
  }

  /** Whether nothing more happens to it, further notices and corrections aside. */
  public boolean over() {
    return switch (status) {
      case RECEPTION_REFUSED, WITHDRAWN, PROCESSING_STOPPED, CLOSED -> true;
      case NOTIFIED -> outcome.approval() == null;
      case REVOKED -> outcome.outstanding().isEmpty();
      default -> false;
    };
  }

  /**
   * The earliest day on which the appraisal can be concluded: all steps before are done, and the
   * conclusion that counts an opinion is not older than it.
   */
  LocalDate gatheredOn() {
    return appraisal.opinions().stream()
        .flatMap(o -> Stream.ofNullable(o.answer()))
        .map(AgencyOpinionRecorded::answeredOn)
        .reduce(Objects.requireNonNull(lastStepOn), DossierState::later);
  }

  /** Business date of the last acceptance. */
  LocalDate acceptedOn() {
    return Objects.requireNonNull(completeOn, "the dossier was never accepted");
  }

  /** Limits that were stopped, and will run anew once the dossier is complete. */
  public Stream<LimitSegment> stoppedLimits() {
    return limits.stream()
        .filter(l -> l.reason() == TimeLimitEnded.Reason.RETURNED_FOR_SUPPLEMENT)
        .filter(l -> status == Status.SUPPLEMENT_REQUESTED || status == Status.CHECKING)
        .filter(
            l ->
                limits.stream()
                    .noneMatch(
                        later ->
                            later.started().limit().equals(l.started().limit())
                                && later.started().segment() > l.started().segment()));
  }

  public Stream<LimitSegment> runningLimits() {
    return limits.stream().filter(LimitSegment::running);
  }
}
