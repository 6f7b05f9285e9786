package io.vientro.query;

import io.vientro.core.Zone;
import io.vientro.core.act.Act;
import io.vientro.core.act.ActDocument;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.AcceptDossier;
import io.vientro.core.dossier.AcknowledgeNotice;
import io.vientro.core.dossier.AppraisalFinding;
import io.vientro.core.dossier.AppraisalMethod;
import io.vientro.core.dossier.ApproveAid;
import io.vientro.core.dossier.AssignOfficer;
import io.vientro.core.dossier.ConcludeAppraisal;
import io.vientro.core.dossier.Custodian;
import io.vientro.core.dossier.DecisionContent;
import io.vientro.core.dossier.DossierCommand;
import io.vientro.core.dossier.ExtendTimeLimit;
import io.vientro.core.dossier.FilingChannel;
import io.vientro.core.dossier.HandOverDossier;
import io.vientro.core.dossier.NoticeOwed;
import io.vientro.core.dossier.NotifyOutcome;
import io.vientro.core.dossier.OpinionStance;
import io.vientro.core.dossier.RaiseTimeLimit;
import io.vientro.core.dossier.Raising;
import io.vientro.core.dossier.RecordAgencyOpinion;
import io.vientro.core.dossier.RequestAgencyOpinion;
import io.vientro.core.dossier.RequestSupplement;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.dossier.SubmitForDecision;
import io.vientro.core.dossier.SupplementDossier;
import io.vientro.core.dossier.WaiveDuty;
import io.vientro.core.dossier.WithdrawDossier;
import io.vientro.core.rules.AgencyParameterSet;
import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.DutyParty;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AgencyLimitEntry;
import io.vientro.core.rules.RulePack.Confidence;
import io.vientro.core.rules.RulePack.DecisionRule;
import io.vientro.core.rules.RulePack.ExtensionRule;
import io.vientro.core.rules.RulePack.LeadEntry;
import io.vientro.core.rules.RulePack.LimitTraits;
import io.vientro.core.rules.RulePack.NoticeEntry;
import io.vientro.core.rules.RulePack.OnSupplement;
import io.vientro.core.rules.RulePack.OutcomeKind;
import io.vientro.core.rules.RulePack.Recurrence;
import io.vientro.core.rules.RulePack.Road;
import io.vientro.core.rules.RulePack.Start;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import io.vientro.core.value.Personal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A world with a short road of its own: no paper is owed, six sets would be, the receiving province
 * leads, and it gave itself limits for opinions and for the signature.
 */
public final class RoadWorld implements AutoCloseable {
  public static final String LEAD = Fictional.PROVINCE;
  public static final String ASKED = Fictional.OTHER_PROVINCE;
  public static final String OFFICER = "lan.appraiser";
  public static final String UNIT = "phong-tong-hop";
  public static final String SIGNATURE = "test-signature";
  public static final int ENOUGH_SETS = 8;

  public static final Actor APPRAISER = new Actor(OFFICER, Role.APPRAISER, LEAD, UNIT);
  public static final Actor OTHER_APPRAISER =
      new Actor("minh.appraiser", Role.APPRAISER, LEAD, "phong-khac");
  public static final Actor DECISION_MAKER = new Actor("chair", Role.DECISION_MAKER, LEAD);
  public static final Actor CLERK = new Actor("clerk", Role.CLERK, LEAD);
  public static final Actor SUPERVISOR = new Actor("supervisor", Role.SUPERVISOR, LEAD);
  public static final Actor CONSULTED = new Actor("consulted", Role.CONSULTED_AGENCY, ASKED);

  public final World world;

  public RoadWorld(World world) {
    this.world = world;
    world.change = RoadWorld::changed;
    today(Fictional.DAY);
  }

  private static DecisionContext changed(DecisionContext c) {
    return new DecisionContext(
        c.now(),
        c.actor(),
        c.mode(),
        new RulePack.Identified(pack(c.pack()), c.law().sha256()),
        c.registry(),
        new AgencyParameters(List.of(days("test-opinion-days", "5"), days("test-days", "10"))),
        c.calendar(),
        c.dossierCode());
  }

  private static AgencyParameterSet days(String name, String days) {
    return new AgencyParameterSet(
        LEAD, name, days, "00/QĐ-MAU", LocalDate.of(2020, 1, 1), Fictional.DUTY);
  }

  private static RulePack pack(RulePack p) {
    return new RulePack(
        p.id(),
        p.version(),
        p.act(),
        p.title(),
        p.inForceFrom(),
        p.inForceTo(),
        p.authority(),
        p.receivers(),
        List.of(),
        p.sets(),
        p.translations(),
        p.dossierCode(),
        p.timeLimits().stream().map(RoadWorld::owed).toList(),
        p.supplements(),
        p.parameters(),
        road());
  }

  private static Road road() {
    return new Road(
        List.of(
            new LeadEntry(
                "lead", "9", Condition.ALWAYS, "MANAGING_AGENCY", null, Confidence.SOURCED, null)),
        List.of(),
        List.of(),
        new DecisionRule(List.of(), Set.of(), "10.3"),
        Stream.of(OutcomeKind.values())
            .map(
                outcome ->
                    new NoticeEntry(
                        "provider-" + outcome,
                        "11.2",
                        outcome,
                        Condition.ALWAYS,
                        NoticeOwed.PROVIDER,
                        Confidence.SOURCED))
            .toList(),
        List.of(
            limit("test-opinion", "test-opinion-days", Start.OPINION_REQUEST),
            limit(SIGNATURE, "test-days", Start.SUBMISSION_FOR_DECISION)));
  }

  private static AgencyLimitEntry limit(String id, String days, Start start) {
    return new AgencyLimitEntry(
        id,
        new Bilingual(id, id),
        days,
        "none",
        LegalTerm.Unit.WORKING_DAY,
        LegalTerm.EndRule.ROLL_FORWARD,
        "10",
        start,
        OnSupplement.NO_STOP,
        owedBy(start));
  }

  private static TimeLimitEntry owed(TimeLimitEntry e) {
    return new TimeLimitEntry(
        e.id(), e.name(), e.term(), e.start(), e.onSupplement(), e.confidence(), owedBy(e.start()));
  }

  private static LimitTraits owedBy(Start start) {
    var debtor =
        switch (start) {
          case INCOMPLETE_RECEPTION, RECEPTION -> DutyParty.RECEIVER;
          case OPINION_REQUEST -> DutyParty.CONSULTED;
          case SUBMISSION_FOR_DECISION -> DutyParty.APPROVER;
          case DECISION, REFUSAL -> DutyParty.MANAGING_AGENCY;
          default -> DutyParty.LEAD;
        };
    return new LimitTraits(
        Condition.ALWAYS,
        Recurrence.ONCE,
        List.of(),
        false,
        debtor,
        debtor == DutyParty.CONSULTED ? List.of(DutyParty.LEAD) : List.of(),
        null,
        start == Start.COMPLETE_RECEPTION
            ? new ExtensionRule(1, 1, new LegalBasis("Sample act", "1"))
            : null,
        null);
  }

  /** Moves the clock to the morning of a day. */
  public void today(LocalDate day) {
    world.clock.moveTo(day.atTime(LocalTime.of(9, 0)).atZone(Zone.HO_CHI_MINH).toInstant());
  }

  public LocalDate today() {
    return Zone.dateOf(world.clock.instant());
  }

  public String submit(String title) {
    return submit(title, ENOUGH_SETS);
  }

  public String submit(String title, int sets) {
    var id = world.newDossier();
    send(id, submission(title, sets), Fictional.RECEPTION);
    return id;
  }

  private void send(String id, DossierCommand command, Actor actor) {
    world.send(id, command, actor, today());
  }

  private SubmitDossier submission(String title, int sets) {
    return new SubmitDossier(
        today(),
        FilingChannel.COUNTER,
        LEAD,
        Fictional.HOSPITAL,
        sets,
        Fictional.aid(title, Fictional.organisation("Sample Foundation")),
        List.of(),
        Fictional.FOR_APPLICANT);
  }

  public void accept(String id) {
    send(id, new AcceptDossier(today(), Fictional.DUTY), Fictional.RECEPTION);
  }

  public void requestSupplement(String id) {
    send(id, new RequestSupplement(today(), null, null, Fictional.DUTY), Fictional.RECEPTION);
  }

  public void supplement(String id) {
    send(
        id,
        new SupplementDossier(today(), ENOUGH_SETS, null, List.of(), Fictional.OWN),
        Fictional.APPLICANT);
  }

  public void assign(String id, Actor officer) {
    send(
        id,
        new AssignOfficer(officer.account(), officer.unit(), today(), Fictional.DUTY),
        SUPERVISOR);
  }

  public void ask(String id, String agency, @Nullable LocalDate answerBy) {
    send(id, request(agency, answerBy), APPRAISER);
  }

  private RequestAgencyOpinion request(String agency, @Nullable LocalDate answerBy) {
    return new RequestAgencyOpinion(agency, null, today(), answerBy, null, Fictional.DUTY);
  }

  public void answer(String id) {
    send(id, opinion(), CONSULTED);
  }

  private RecordAgencyOpinion opinion() {
    return new RecordAgencyOpinion(ASKED, today(), OpinionStance.AGREES, null, Fictional.DUTY);
  }

  public void conclude(String id) {
    send(id, conclusion(), APPRAISER);
  }

  private ConcludeAppraisal conclusion() {
    return new ConcludeAppraisal(
        today(),
        AppraisalMethod.SYNTHESIS_OF_OPINIONS,
        AppraisalFinding.ELIGIBLE,
        "eligible",
        Fictional.DUTY);
  }

  public void submitForDecision(String id) {
    send(id, new SubmitForDecision(today(), Fictional.DUTY), APPRAISER);
  }

  public void approve(String id) {
    send(id, approval(), DECISION_MAKER);
  }

  private ApproveAid approval() {
    return new ApproveAid(
        today(),
        new DecisionContent(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null),
        new Act(Capacity.HEAD, null, new ActDocument("1/QĐ-MAU", today(), Personal.of("Ký Mẫu"))));
  }

  public void notifyOutcome(String id) {
    send(id, notification(), CLERK);
  }

  private NotifyOutcome notification() {
    return new NotifyOutcome(today(), List.of(NoticeOwed.PROVIDER), Fictional.DUTY);
  }

  public void withdraw(String id) {
    send(id, new WithdrawDossier(today(), "no longer needed", Fictional.OWN), Fictional.APPLICANT);
  }

  /** Raises everything that is due now, as the worker does. */
  public void raise(String id) {
    var calendar = world.law.calendar();
    for (var segment : world.dossier(id).limits()) {
      for (var pending : Raising.of(segment, calendar)) {
        world.trySend(
            id,
            new RaiseTimeLimit(
                segment.started().limit(),
                segment.started().segment(),
                pending.what(),
                today(),
                Fictional.DUTY),
            Actor.SYSTEM,
            today());
      }
    }
  }

  /** Acknowledges the oldest notice that nobody has acknowledged. */
  public void acknowledge(String id) {
    var records = world.dossier(id).records();
    records.notices().stream()
        .map(raised -> raised.notice())
        .filter(notice -> !records.acknowledged().containsKey(notice.id()))
        .findFirst()
        .ifPresent(
            notice ->
                world.trySend(
                    id,
                    new AcknowledgeNotice(notice.id(), today(), Fictional.DUTY),
                    notice.agency() == null
                        ? Fictional.ADMINISTRATOR
                        : new Actor("reader", Role.CLERK, notice.agency()),
                    today()));
  }

  public void extend(String id, String limit, LocalDate newDate) {
    send(
        id,
        new ExtendTimeLimit(
            limit, null, newDate, "more experts are asked", today(), Fictional.DUTY),
        APPRAISER);
  }

  public void waive(String id, String limit) {
    send(
        id,
        new WaiveDuty(limit, null, "done on paper", "Sample act 1", today(), Fictional.DUTY),
        DECISION_MAKER);
  }

  /** A notice of a year without any day off. */
  public void notice(int year) {
    world.notice(
        new CalendarNotice(year, "00/TB-MAU-" + year, null, "test", List.of(), List.of(), null),
        Fictional.DUTY);
  }

  /** A notice that takes days off. */
  public void dayOff(LocalDate day) {
    world.notice(
        new CalendarNotice(
            day.getYear(), "00/TB-MAU-" + day, null, "test", List.of(day), List.of(), null),
        Fictional.DUTY);
  }

  /**
   * Sends commands at random to dossiers at random; what is refused is left. Days pass and the
   * calendar is noticed on the way.
   */
  public void live(int dossiers, int steps, Random random) {
    var ids =
        Stream.generate(() -> submit("Sample aid " + random.nextInt(100), 1 + random.nextInt(12)))
            .limit(dossiers)
            .toList();
    for (var i = 0; i < steps; i++) {
      if (random.nextInt(4) == 0) {
        today(today().plusDays(1));
      }
      if (random.nextInt(40) == 0) {
        dayOff(today().plusDays(1 + random.nextInt(20)));
      }
      if (random.nextInt(3) == 0) {
        raise(ids.get(random.nextInt(dossiers)));
      }
      if (random.nextInt(8) == 0) {
        acknowledge(ids.get(random.nextInt(dossiers)));
      }
      var sent = any(random);
      sent.forEach(
          (command, actor) ->
              world.trySend(ids.get(random.nextInt(dossiers)), command, actor, today()));
    }
  }

  private Map<DossierCommand, Actor> any(Random random) {
    var day = today();
    return switch (random.nextInt(14)) {
      case 0, 1 -> Map.of(new AcceptDossier(day, Fictional.DUTY), Fictional.RECEPTION);
      case 2 -> Map.of(new RequestSupplement(day, null, null, Fictional.DUTY), Fictional.RECEPTION);
      case 3 ->
          Map.of(
              new SupplementDossier(day, ENOUGH_SETS, null, List.of(), Fictional.OWN),
              Fictional.APPLICANT);
      case 4 ->
          Map.of(
              new AssignOfficer(
                  random.nextBoolean() ? OFFICER : "minh.appraiser", UNIT, day, Fictional.DUTY),
              SUPERVISOR);
      case 5, 6 ->
          Map.of(
              request(
                  random.nextBoolean() ? ASKED : "bo-cong-an",
                  random.nextInt(3) == 0 ? day.plusDays(random.nextInt(9)) : null),
              APPRAISER);
      case 7 -> Map.of(opinion(), CONSULTED);
      case 8 -> Map.of(conclusion(), APPRAISER);
      case 9 -> Map.of(new SubmitForDecision(day, Fictional.DUTY), APPRAISER);
      case 10 -> Map.of(approval(), DECISION_MAKER);
      case 11 -> Map.of(notification(), CLERK);
      case 12 ->
          random.nextInt(5) == 0
              ? Map.of(
                  new WithdrawDossier(day, "no longer needed", Fictional.OWN), Fictional.APPLICANT)
              : Map.of();
      default ->
          Map.of(
              new HandOverDossier(new Custodian(LEAD, UNIT, null), day, null, Fictional.DUTY),
              Fictional.RECEPTION);
    };
  }

  @Override
  public void close() {
    world.close();
  }
}
