package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a dossier and its notice.
 *
 * @param submission the submission to whoever decides, or null
 * @param approval or null
 * @param refusal or null
 * @param owed whom the notice must reach
 * @param notified whom it reached, with the day
 */
public record Outcome(
    @Nullable SubmittedForDecision submission,
    @Nullable AidApproved approval,
    @Nullable AidRefused refusal,
    List<NoticeOwed.Addressee> owed,
    SortedMap<String, LocalDate> notified) {
  static final Outcome NONE = new Outcome(null, null, null, List.of(), new TreeMap<>());

  public Outcome {
    owed = Copies.list(owed);
    notified = Collections.unmodifiableSortedMap(new TreeMap<>(notified));
  }

  /** The day on which the notice had reached everybody to whom it is owed; null before. */
  public @Nullable LocalDate reachedAllOn() {
    return outstanding().isEmpty()
        ? owed.stream().map(a -> notified.get(a.id())).max(LocalDate::compareTo).orElse(null)
        : null;
  }

  /** Whom the notice still has to reach. */
  public List<NoticeOwed.Addressee> outstanding() {
    return owed.stream().filter(a -> !notified.containsKey(a.id())).toList();
  }

  /** The same with a corrected date of the decision. */
  Outcome decidedOn(LocalDate date) {
    return new Outcome(
        submission,
        approval == null
            ? null
            : new AidApproved(
                date,
                approval.decidedBy(),
                approval.decidedByAgency(),
                approval.recordedByClerk(),
                approval.content(),
                approval.grounds(),
                approval.act()),
        refusal == null
            ? null
            : new AidRefused(
                date,
                refusal.decidedBy(),
                refusal.decidedByAgency(),
                refusal.recordedByClerk(),
                refusal.reason(),
                refusal.legalBasis(),
                refusal.grounds(),
                refusal.act()),
        owed,
        notified);
  }

  Outcome submitted(SubmittedForDecision e) {
    return new Outcome(e, approval, refusal, owed, notified);
  }

  Outcome approved(AidApproved e) {
    return new Outcome(submission, e, refusal, owed, notified);
  }

  Outcome refused(AidRefused e) {
    return new Outcome(submission, approval, e, owed, notified);
  }

  Outcome owing(NoticeOwed e) {
    // A further decision is notified anew; whom the notice of one before did not reach is still
    // owed it.
    var all =
        Stream.concat(
                e.addressees().stream(),
                outstanding().stream()
                    .filter(a -> e.addressees().stream().noneMatch(n -> n.id().equals(a.id()))))
            .toList();
    return new Outcome(submission, approval, refusal, all, new TreeMap<>());
  }

  /** Nothing but this is owed any more. */
  Outcome owingOnly(NoticeOwed e) {
    return new Outcome(submission, approval, refusal, e.addressees(), new TreeMap<>());
  }

  Outcome notified(OutcomeNotified e) {
    var more = new TreeMap<>(notified);
    e.addressees().forEach(a -> more.putIfAbsent(a, e.notifiedOn()));
    return new Outcome(submission, approval, refusal, owed, more);
  }
}
