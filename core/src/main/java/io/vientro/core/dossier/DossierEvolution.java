package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.value.Copies;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How events make a dossier. It has no side effects: it runs on every replay. */
final class DossierEvolution {
  private DossierEvolution() {}

  static DossierState evolve(DossierState s, DossierEvent event) {
    return switch (event) {
      case DossierSubmitted e ->
          new DossierState(
              Status.SUBMITTED,
              e,
              e.aid(),
              e.documents(),
              e.sets(),
              null,
              e.submittedOn(),
              s.answers(),
              0,
              List.of(),
              List.of(),
              null,
              null,
              e.submittedOn(),
              List.of());
      case AidClassified e -> with(s).classification(e).build();
      case ChecklistChecked e -> with(s).lastGaps(e.gaps()).build();
      case SupplementRequested e ->
          with(s)
              .status(Status.SUPPLEMENT_REQUESTED)
              .supplementRequests(e.number())
              .findings(e.gaps().stream().filter(g -> g.defect().equals(Gap.FINDING)).toList())
              .lastStepOn(e.requestedOn())
              .build();
      case DossierSupplemented e ->
          with(s)
              .status(Status.CHECKING)
              .aid(e.aid() == null ? s.aid() : e.aid())
              .classifiedOn(e.aid() == null ? s.classifiedOn() : e.suppliedOn())
              .documents(Copies.append(s.documents(), e.documents()))
              .sets(e.sets() == null ? s.sets() : e.sets())
              .findings(List.of())
              .lastStepOn(e.suppliedOn())
              .build();
      case DossierAccepted e ->
          with(s)
              .status(Status.ACCEPTED)
              .code(e.code())
              .completeOn(e.completeOn())
              .lastStepOn(e.completeOn())
              .build();
      case ReceptionRefused e ->
          with(s).status(Status.RECEPTION_REFUSED).lastStepOn(e.refusedOn()).build();
      case DossierWithdrawn e ->
          with(s).status(Status.WITHDRAWN).lastStepOn(e.withdrawnOn()).build();
      case OpenQuestionDecided e -> {
        var answers = new HashMap<>(s.answers());
        answers.put(e.question(), e.answer());
        var before = s.classifiedOn();
        yield with(s)
            .answers(answers)
            .classifiedOn(
                before == null ? e.decidedOn() : DossierState.later(before, e.decidedOn()))
            .build();
      }
      case TimeLimitStarted e ->
          with(s)
              .limits(Copies.append(s.limits(), List.of(new LimitSegment(e, null, null))))
              .build();
      case TimeLimitEnded e ->
          with(s)
              .limits(
                  s.limits().stream()
                      .map(
                          l ->
                              l.started().limit().equals(e.limit())
                                      && l.started().segment() == e.segment()
                                  ? new LimitSegment(l.started(), e.on(), e.reason())
                                  : l)
                      .toList())
              .build();
    };
  }

  private static Change with(DossierState state) {
    return new Change(state);
  }

  /** One changed copy of a state; lives for one expression. */
  private static final class Change {
    private Status status;
    private @Nullable AidFacts aid;
    private List<DossierDocument> documents;
    private int sets;
    private @Nullable AidClassified classification;
    private @Nullable LocalDate classifiedOn;
    private Map<String, String> answers;
    private int supplementRequests;
    private List<Gap> findings;
    private List<Gap> lastGaps;
    private @Nullable String code;
    private @Nullable LocalDate completeOn;
    private @Nullable LocalDate lastStepOn;
    private List<LimitSegment> limits;
    private final @Nullable DossierSubmitted submitted;

    Change(DossierState s) {
      status = s.status();
      submitted = s.submitted();
      aid = s.aid();
      documents = s.documents();
      sets = s.sets();
      classification = s.classification();
      classifiedOn = s.classifiedOn();
      answers = s.answers();
      supplementRequests = s.supplementRequests();
      findings = s.findings();
      lastGaps = s.lastGaps();
      code = s.code();
      completeOn = s.completeOn();
      lastStepOn = s.lastStepOn();
      limits = s.limits();
    }

    Change status(Status value) {
      status = value;
      return this;
    }

    Change aid(@Nullable AidFacts value) {
      aid = value;
      return this;
    }

    Change documents(List<DossierDocument> value) {
      documents = value;
      return this;
    }

    Change sets(int value) {
      sets = value;
      return this;
    }

    Change classification(AidClassified value) {
      classification = value;
      return this;
    }

    Change classifiedOn(@Nullable LocalDate value) {
      classifiedOn = value;
      return this;
    }

    Change answers(Map<String, String> value) {
      answers = Map.copyOf(value);
      return this;
    }

    Change supplementRequests(int value) {
      supplementRequests = value;
      return this;
    }

    Change findings(List<Gap> value) {
      findings = value;
      return this;
    }

    Change lastGaps(List<Gap> value) {
      lastGaps = value;
      return this;
    }

    Change code(String value) {
      code = value;
      return this;
    }

    Change completeOn(LocalDate value) {
      completeOn = value;
      return this;
    }

    Change lastStepOn(LocalDate value) {
      lastStepOn = value;
      return this;
    }

    Change limits(List<LimitSegment> value) {
      limits = value;
      return this;
    }

    DossierState build() {
      return new DossierState(
          status,
          submitted,
          aid,
          documents,
          sets,
          classification,
          classifiedOn,
          answers,
          supplementRequests,
          findings,
          lastGaps,
          code,
          completeOn,
          lastStepOn,
          limits);
    }
  }
}
