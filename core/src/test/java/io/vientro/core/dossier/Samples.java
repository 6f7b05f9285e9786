package io.vientro.core.dossier;

import io.vientro.core.Zone;
import io.vientro.core.act.Act;
import io.vientro.core.act.ActDocument;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.AidOwner;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument;
import io.vientro.core.aid.DossierDocument.CopyForm;
import io.vientro.core.aid.DossierDocument.Medium;
import io.vientro.core.aid.DossierDocument.Translation;
import io.vientro.core.aid.Founder;
import io.vientro.core.aid.Grant;
import io.vientro.core.aid.Locality;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.Recipient;
import io.vientro.core.aid.RecipientKind;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.calendar.CalendarNotice;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.calendar.WorkingCalendar;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.decision.Role;
import io.vientro.core.log.LogMode;
import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.AgencyRegistry.Agency;
import io.vientro.core.rules.AgencyRegistry.Assignment;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.Field;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AuthorityEntry;
import io.vientro.core.rules.RulePack.ChecklistEntry;
import io.vientro.core.rules.RulePack.Confidence;
import io.vientro.core.rules.RulePack.DossierCodeRule;
import io.vientro.core.rules.RulePack.Identified;
import io.vientro.core.rules.RulePack.OnSupplement;
import io.vientro.core.rules.RulePack.ParameterEntry;
import io.vientro.core.rules.RulePack.Question;
import io.vientro.core.rules.RulePack.ReceiverEntry;
import io.vientro.core.rules.RulePack.SetsRule;
import io.vientro.core.rules.RulePack.Start;
import io.vientro.core.rules.RulePack.SupplementRule;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import io.vientro.core.rules.RulePack.TranslationRule;
import io.vientro.core.value.Money;
import io.vientro.core.value.Personal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small law of our own, and a plainly fictional aid under it. The numbers differ from the
 * decree's on purpose: code that knew the decree's would fail here.
 */
public final class Samples {
  private Samples() {}

  public static final String PROVINCE = "ubnd-tinh-mau";
  public static final String MINISTRY = "bo-mau";
  public static final String OTHER_PROVINCE = "ubnd-tinh-khac";
  public static final String WITHOUT_COUNTER = "so-khong-nhan-ho-so";
  public static final String APPLICANT_ORGANISATION = "benh-vien-mau";
  public static final String CODE = "H99-260209-0001";

  /** A Monday. */
  public static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  public static final Actor APPLICANT = new Actor("nop", Role.APPLICANT, APPLICANT_ORGANISATION);
  public static final Actor RECEPTION = new Actor("mot-cua", Role.RECEPTION_OFFICER, PROVINCE);
  public static final Actor APPRAISER = new Actor("tham-dinh", Role.APPRAISER, PROVINCE);
  public static final Actor DECIDER = new Actor("lanh-dao", Role.DECISION_MAKER, PROVINCE);
  public static final Actor ADMINISTRATOR = new Actor("quan-tri", Role.ADMINISTRATOR, PROVINCE);

  public static final Act OWN = new Act(Capacity.OWN_RIGHT, null, null);
  public static final Act DUTY = new Act(Capacity.ASSIGNED_DUTY, null, null);
  public static final Act FOR_APPLICANT =
      new Act(
          Capacity.ON_BEHALF,
          Personal.of("Người Nộp Mẫu"),
          new ActDocument("12/GUQ", LocalDate.of(2026, 1, 5), null));

  private static final Bilingual NAME = new Bilingual("Mẫu", "Sample");
  private static final String ACT = "Sample Act";

  public static final RulePack PACK =
      new RulePack(
          "sample-act",
          1,
          ACT,
          NAME,
          LocalDate.of(2020, 9, 17),
          LocalDate.of(2026, 12, 31),
          List.of(
              approver(
                  "security",
                  "7.1.a",
                  new Condition.Contains(Field.SUBJECTS, Set.of("SECURITY")),
                  "PRIME_MINISTER"),
              question(
                  "law-drafting",
                  "7.1.a",
                  new Condition.Contains(Field.SUBJECTS, Set.of("LAW_DRAFTING_COMPONENT"))),
              approver(
                  "one-agency",
                  "7.2.a",
                  new Condition.Is(Field.MANAGING_AGENCIES, "ONE"),
                  AgencyRegistry.HEAD_OF_MANAGING_AGENCY),
              question("several-agencies", "7.1.c", Condition.ALWAYS)),
          List.of(
              new ReceiverEntry(
                  "8.6.a", new Condition.Is(Field.APPROVER, "PRIME_MINISTER"), "FOCAL_MINISTRY"),
              new ReceiverEntry("8.6.b", Condition.ALWAYS, AgencyRegistry.MANAGING_AGENCY)),
          List.of(
              owed(
                  "request",
                  "8.1.a",
                  Condition.ALWAYS,
                  CopyForm.ORIGINAL,
                  false,
                  DocumentKind.REQUEST_FOR_APPROVAL),
              owed(
                  "project-document",
                  "8.1.c",
                  new Condition.In(Field.MODALITY, Set.of("PROGRAMME", "PROJECT")),
                  CopyForm.ORIGINAL,
                  false,
                  DocumentKind.PROGRAMME_OR_PROJECT_DOCUMENT),
              owed(
                  "passport",
                  "8.1.d",
                  new Condition.Is(Field.PROVIDER_PAPERS, "INDIVIDUAL"),
                  CopyForm.CERTIFIED_COPY,
                  true,
                  DocumentKind.PASSPORT),
              owed(
                  "used-goods-inspection",
                  "8.3",
                  new Condition.All(
                      List.of(
                          new Condition.Contains(
                              Field.USED_GOODS_CLASSES, Set.of("GOODS", "EQUIPMENT", "VEHICLE")),
                          new Condition.Is(Field.APPROVER, "PRIME_MINISTER"))),
                  CopyForm.PLAIN_COPY,
                  false,
                  DocumentKind.QUALITY_INSPECTION_CERTIFICATE)),
          new SetsRule(3, "8", "online-replaces-sets"),
          new TranslationRule("vi", Set.of(Translation.NOTARISED), "8", "translation-acts"),
          new DossierCodeRule("yyMMdd", 4, "Sample Circular 19"),
          List.of(
              limit(
                  "appraisal",
                  11,
                  Unit.CALENDAR_DAY,
                  Start.COMPLETE_RECEPTION,
                  OnSupplement.RESTART_ON_COMPLETE),
              limit(
                  "oversight",
                  40,
                  Unit.CALENDAR_DAY,
                  Start.COMPLETE_RECEPTION,
                  OnSupplement.NO_STOP),
              limit(
                  "incomplete-return",
                  2,
                  Unit.WORKING_DAY,
                  Start.INCOMPLETE_RECEPTION,
                  OnSupplement.FULFILS),
              limit("decision-notice", 4, Unit.CALENDAR_DAY, Start.DECISION, OnSupplement.NO_STOP)),
          new SupplementRule(1, "Sample One-stop Act", "15.3"),
          List.of(
              new ParameterEntry("opinion-days", NAME, Set.of()),
              new ParameterEntry("online-replaces-sets", NAME, Set.of("YES", "NO")),
              new ParameterEntry(
                  "translation-acts", NAME, Set.of("TRANSLATOR_SIGNATURE_CERTIFIED"))),
          null);

  public static final AgencyRegistry REGISTRY =
      new AgencyRegistry(
          "registry-digest",
          Map.of(
              PROVINCE,
              new Agency(PROVINCE, NAME, "H99", "tinh-mau"),
              OTHER_PROVINCE,
              new Agency(OTHER_PROVINCE, NAME, "H98", "tinh-khac"),
              MINISTRY,
              new Agency(MINISTRY, NAME, "B01", null),
              "bo-moi",
              new Agency("bo-moi", NAME, "B02", null),
              WITHOUT_COUNTER,
              new Agency(WITHOUT_COUNTER, NAME, null, "tinh-mau")),
          List.of(
              new Assignment("FOCAL_MINISTRY", null, MINISTRY, null, LocalDate.of(2026, 6, 30)),
              new Assignment("FOCAL_MINISTRY", null, "bo-moi", LocalDate.of(2026, 7, 1), null)));

  /** The civil-service year 2026. */
  public static final CalendarNotice YEAR_2026 =
      new CalendarNotice(
          2026,
          "9441/TB-BNV; 12729/VPCP-KGVX; 3383/BNV-CVL; 28/2026/QH16",
          null,
          "Labour Code Art. 112",
          days(
              "2026-01-01",
              "2026-01-02",
              "2026-02-16",
              "2026-02-17",
              "2026-02-18",
              "2026-02-19",
              "2026-02-20",
              "2026-04-27",
              "2026-04-30",
              "2026-05-01",
              "2026-08-31",
              "2026-09-01",
              "2026-09-02",
              "2026-11-24"),
          days("2026-01-10", "2026-08-22"),
          List.of());

  public static final WorkingCalendar CALENDAR = new WorkingCalendar(List.of(YEAR_2026));

  public static DecisionContext context(Actor actor, LocalDate today) {
    return new DecisionContext(
        today.atTime(LocalTime.NOON).atZone(Zone.HO_CHI_MINH).toInstant(),
        actor,
        LogMode.LIVE,
        new Identified(PACK, "pack-digest"),
        REGISTRY,
        AgencyParameters.NONE,
        CALENDAR,
        CODE);
  }

  public static List<LocalDate> days(String... days) {
    return Arrays.stream(days).map(LocalDate::parse).toList();
  }

  /** A programme of a registered foreign NGO for one province. */
  public static AidFacts aid() {
    return new AidFacts(
        "Dự án nước sạch mẫu",
        Modality.PROJECT,
        false,
        Purpose.DEVELOPMENT,
        new Provider(
            ProviderPaperKind.OTHER,
            ProviderClass.FOREIGN_NGO,
            "Sample Foundation",
            null,
            "DE",
            null),
        null,
        null,
        new Recipient(
            "Bệnh viện mẫu", RecipientKind.PUBLIC_SERVICE_UNIT, Founder.MANAGING_AGENCY, null),
        new AidOwner("Bệnh viện mẫu", null, null, null),
        List.of(PROVINCE),
        new Grant(List.of(new Money(new BigDecimal("150000"), "EUR")), null, null),
        null,
        "y tế",
        List.of(new Locality("tinh-mau", null)),
        null,
        null,
        null,
        null);
  }

  public static AidFacts aidAbout(SubjectTag... subjects) {
    return AidBuilder.of(aid()).subjects(subjects).build();
  }

  /** A paper in Vietnamese, as original, in as many copies as the sample law asks for. */
  public static DossierDocument paper(DocumentKind kind) {
    return new DossierDocument(
        kind, null, null, CopyForm.ORIGINAL, Medium.PAPER, 3, "vi", Translation.NONE, null);
  }

  public static List<DossierDocument> completePapers() {
    return List.of(
        paper(DocumentKind.REQUEST_FOR_APPROVAL),
        paper(DocumentKind.PROGRAMME_OR_PROJECT_DOCUMENT));
  }

  /** Files everything that is owed. */
  public static SubmitDossier submitComplete() {
    return submit(aid(), completePapers());
  }

  /** Files everything that is owed, for an applicant who is named or not. */
  public static SubmitDossier submitComplete(@Nullable String applicant, Act act) {
    return new SubmitDossier(
        DAY, FilingChannel.COUNTER, PROVINCE, applicant, 3, aid(), completePapers(), act);
  }

  /** Files without any paper. */
  public static SubmitDossier submitIncomplete() {
    return submit(aid(), List.of());
  }

  public static SubmitDossier submit(AidFacts aid, List<DossierDocument> documents) {
    return new SubmitDossier(DAY, FilingChannel.COUNTER, PROVINCE, null, 3, aid, documents, OWN);
  }

  public static RequestSupplement requestSupplement(LocalDate on, @Nullable String repeatBasis) {
    return new RequestSupplement(on, List.of(new Finding("request", "Chưa ký")), repeatBasis, DUTY);
  }

  public static SupplementDossier supplement(LocalDate on, DossierDocument... documents) {
    return new SupplementDossier(on, null, null, List.of(documents), OWN);
  }

  public static SupplementDossier correct(LocalDate on, AidFacts aid) {
    return new SupplementDossier(on, null, aid, List.of(), OWN);
  }

  public static AcceptDossier accept(LocalDate on) {
    return new AcceptDossier(on, DUTY);
  }

  public static RefuseReception refuse(LocalDate on) {
    return new RefuseReception(on, "Không thuộc phạm vi", "Sample Act 1", DUTY);
  }

  public static WithdrawDossier withdraw(LocalDate on) {
    return new WithdrawDossier(on, "Bên cung cấp thay đổi ý định", OWN);
  }

  public static DecideOpenQuestion decide(LocalDate on, String question, String answer) {
    return new DecideOpenQuestion(question, answer, "Hợp phần nhỏ", on, DUTY);
  }

  /** Who may send a command, first of them. */
  public static Actor senderOf(CommandName command) {
    return switch (command) {
      case SUBMIT_DOSSIER,
          SUPPLEMENT_DOSSIER,
          WITHDRAW_DOSSIER,
          RECORD_EARLY_RECEIPT,
          RECORD_IMPLEMENTATION_START,
          RECORD_DISBURSEMENT,
          SUBMIT_REPORT,
          REQUEST_ADJUSTMENT,
          RECORD_IMPLEMENTATION_END,
          RECORD_HAND_OVER,
          ATTACH_DOCUMENT ->
          APPLICANT;
      case REQUEST_SUPPLEMENT,
          ACCEPT_DOSSIER,
          REFUSE_RECEPTION,
          HAND_OVER_DOSSIER,
          RECLASSIFY_AID ->
          RECEPTION;
      case DECIDE_OPEN_QUESTION,
          APPROVE_AID,
          REFUSE_AID,
          ADOPT_RULE_PACK_VERSION,
          TRANSFER_DOSSIER,
          APPROVE_ADJUSTMENT,
          REFUSE_ADJUSTMENT,
          REVOKE_AID,
          WAIVE_DUTY ->
          DECIDER;
      case ASSIGN_OFFICER, CORRECT_RECORD -> RoadSamples.SUPERVISOR;
      case RAISE_TIME_LIMIT -> Actor.SYSTEM;
      case ACCEPT_HAND_OVER,
          REQUEST_AGENCY_OPINION,
          CONVENE_APPRAISAL_MEETING,
          CONCLUDE_APPRAISAL,
          SUBMIT_FOR_DECISION,
          STOP_PROCESSING,
          EXTEND_TIME_LIMIT,
          ACKNOWLEDGE_NOTICE ->
          RoadSamples.LEAD_APPRAISER;
      case RECORD_AGENCY_OPINION -> RoadSamples.FINANCE;
      case NOTIFY_OUTCOME, CLOSE_AID -> RoadSamples.CLERK;
      case RECORD_CALENDAR_NOTICE, RECORD_RULE_PACK, SET_AGENCY_PARAMETER -> ADMINISTRATOR;
    };
  }

  private static AuthorityEntry approver(
      String id, String articles, Condition when, String approver) {
    return new AuthorityEntry(id, articles, when, approver, null, Confidence.SOURCED, null);
  }

  private static AuthorityEntry question(String id, String articles, Condition when) {
    return new AuthorityEntry(
        id,
        articles,
        when,
        null,
        new Question(
            id,
            NAME,
            "PRIME_MINISTER",
            List.of("PRIME_MINISTER", AgencyRegistry.HEAD_OF_MANAGING_AGENCY)),
        Confidence.INFERRED,
        null);
  }

  private static ChecklistEntry owed(
      String id, String articles, Condition when, CopyForm form, boolean valid, DocumentKind kind) {
    return new ChecklistEntry(
        id, articles, NAME, EnumSet.of(kind), when, form, valid, Confidence.SOURCED);
  }

  private static TimeLimitEntry limit(
      String id, int amount, Unit unit, Start start, OnSupplement onSupplement) {
    return new TimeLimitEntry(
        id,
        NAME,
        new LegalTerm(amount, unit, EndRule.ROLL_FORWARD, new LegalBasis(ACT, "10.6")),
        start,
        onSupplement,
        Confidence.SOURCED);
  }
}
