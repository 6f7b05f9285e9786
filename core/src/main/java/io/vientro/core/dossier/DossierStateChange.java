package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DossierDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One changed copy of a dossier's state; lives for one expression. Besides evolving, it serves read
 * models that keep only part of a state.
 */
public final class DossierStateChange {
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
  private @Nullable PackPin pack;
  private Custody custody;
  private Appraisal appraisal;
  private Outcome outcome;
  private @Nullable String receiver;
  private Life life;
  private Records records;
  private @Nullable DossierSubmitted submitted;

  DossierStateChange(DossierState s) {
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
    pack = s.pack();
    custody = s.custody();
    appraisal = s.appraisal();
    outcome = s.outcome();
    receiver = s.receiver();
    life = s.life();
    records = s.records();
  }

  public DossierStateChange submitted(@Nullable DossierSubmitted value) {
    submitted = value;
    return this;
  }

  public DossierStateChange status(Status value) {
    status = value;
    return this;
  }

  public DossierStateChange aid(@Nullable AidFacts value) {
    aid = value;
    return this;
  }

  public DossierStateChange documents(List<DossierDocument> value) {
    documents = value;
    return this;
  }

  public DossierStateChange sets(int value) {
    sets = value;
    return this;
  }

  public DossierStateChange classification(@Nullable AidClassified value) {
    classification = value;
    return this;
  }

  public DossierStateChange classifiedOn(@Nullable LocalDate value) {
    classifiedOn = value;
    return this;
  }

  public DossierStateChange answers(Map<String, String> value) {
    answers = Map.copyOf(value);
    return this;
  }

  public DossierStateChange supplementRequests(int value) {
    supplementRequests = value;
    return this;
  }

  public DossierStateChange findings(List<Gap> value) {
    findings = value;
    return this;
  }

  public DossierStateChange lastGaps(List<Gap> value) {
    lastGaps = value;
    return this;
  }

  public DossierStateChange code(@Nullable String value) {
    code = value;
    return this;
  }

  public DossierStateChange completeOn(@Nullable LocalDate value) {
    completeOn = value;
    return this;
  }

  public DossierStateChange lastStepOn(LocalDate value) {
    lastStepOn = value;
    return this;
  }

  /** A step that may be recorded after a later one. */
  public DossierStateChange stepOn(LocalDate value) {
    lastStepOn = lastStepOn == null ? value : DossierState.later(lastStepOn, value);
    return this;
  }

  public DossierStateChange pack(PackPin value) {
    pack = value;
    return this;
  }

  public DossierStateChange custody(Custody value) {
    custody = value;
    return this;
  }

  public DossierStateChange appraisal(Appraisal value) {
    appraisal = value;
    return this;
  }

  public DossierStateChange outcome(Outcome value) {
    outcome = value;
    return this;
  }

  public DossierStateChange receiver(@Nullable String value) {
    receiver = value;
    return this;
  }

  public DossierStateChange life(Life value) {
    life = value;
    return this;
  }

  public DossierStateChange records(Records value) {
    records = value;
    return this;
  }

  public DossierStateChange limits(List<LimitSegment> value) {
    limits = value;
    return this;
  }

  public DossierState build() {
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
        limits,
        pack,
        custody,
        appraisal,
        outcome,
        receiver,
        life,
        records);
  }
}
