package io.vientro.core.rules;

import io.vientro.core.aid.DocumentKind;
import io.vientro.core.aid.DossierDocument.CopyForm;
import io.vientro.core.aid.DossierDocument.Translation;
import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.decision.LegalBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A decree as data. Code interprets it and contains no number of it.
 *
 * @param id for example {@code nd80-2020}
 * @param version of this file, from 1; dossiers stay with the version they were filed under
 * @param act the act as officials quote it
 * @param title of the act
 * @param inForceFrom first day in force
 * @param inForceTo last day in force, or null if it still is
 * @param authority who approves, in order; the first entry that holds decides (Art. 7)
 * @param receivers who receives the dossier, in order (Art. 8.6)
 * @param checklist which papers are owed (Art. 8)
 * @param sets how many sets are owed
 * @param translations what counts as a Vietnamese translation
 * @param dossierCode how a dossier code is formed
 * @param timeLimits limits by id
 * @param supplements how often a supplement may be asked without a basis
 * @param parameters where the decree is silent and the deploying agency may speak
 * @param road what follows acceptance (Art. 9 to 11); null in a version that does not yet say it
 * @param scope which aid it governs, in order; the first entry that holds decides (Art. 1, 2, 4,
 *     5); empty in a version that does not yet say it
 * @param life what follows the approval, and how limits are watched; null in a version that does
 *     not yet say it
 */
public record RulePack(
    String id,
    int version,
    String act,
    Bilingual title,
    LocalDate inForceFrom,
    @Nullable LocalDate inForceTo,
    List<AuthorityEntry> authority,
    List<ReceiverEntry> receivers,
    List<ChecklistEntry> checklist,
    SetsRule sets,
    TranslationRule translations,
    DossierCodeRule dossierCode,
    List<TimeLimitEntry> timeLimits,
    SupplementRule supplements,
    List<ParameterEntry> parameters,
    @Nullable Road road,
    List<ScopeEntry> scope,
    @Nullable Life life) {

  /** A version that says nothing of scope and of life after the approval. */
  public RulePack(
      String id,
      int version,
      String act,
      Bilingual title,
      LocalDate inForceFrom,
      @Nullable LocalDate inForceTo,
      List<AuthorityEntry> authority,
      List<ReceiverEntry> receivers,
      List<ChecklistEntry> checklist,
      SetsRule sets,
      TranslationRule translations,
      DossierCodeRule dossierCode,
      List<TimeLimitEntry> timeLimits,
      SupplementRule supplements,
      List<ParameterEntry> parameters,
      @Nullable Road road) {
    this(
        id,
        version,
        act,
        title,
        inForceFrom,
        inForceTo,
        authority,
        receivers,
        checklist,
        sets,
        translations,
        dossierCode,
        timeLimits,
        supplements,
        parameters,
        road,
        List.of(),
        null);
  }

  /**
   * How sure we are of an entry: read in the text, drawn from it, or known only from memory. What
   * is not sourced is a documented default that the deploying agency can set.
   */
  public enum Confidence {
    SOURCED,
    INFERRED,
    RECALLED
  }

  /**
   * One line of the authority table: an approver, or a question.
   *
   * @param id stable id of the line
   * @param articles article and clause, as text
   * @param when when it applies
   * @param approver role that approves; null exactly if there is a question
   * @param question what the text leaves open; null exactly if there is an approver
   * @param note why the line stands where it stands
   */
  public record AuthorityEntry(
      String id,
      String articles,
      Condition when,
      @Nullable String approver,
      @Nullable Question question,
      Confidence confidence,
      @Nullable Bilingual note) {}

  /**
   * A question to a person.
   *
   * @param id stable id
   * @param text the question
   * @param proposes the answer the pack leans to, or null
   * @param answers what may be answered: roles, or words that the table explains
   */
  public record Question(
      String id, Bilingual text, @Nullable String proposes, List<String> answers) {}

  /** One line of the receiver table: which role receives the dossier. */
  public record ReceiverEntry(String articles, Condition when, String receiver) {}

  /**
   * One paper that may be owed.
   *
   * @param id stable id of the requirement
   * @param articles article and clause, as text
   * @param name what officials call it
   * @param kinds kinds of document that satisfy it
   * @param when when it is owed
   * @param form least form that is enough; an original always is
   * @param mustBeValid whether it must still be valid on the day of the check
   */
  public record ChecklistEntry(
      String id,
      String articles,
      Bilingual name,
      Set<DocumentKind> kinds,
      Condition when,
      CopyForm form,
      boolean mustBeValid,
      Confidence confidence) {}

  /**
   * Number of sets.
   *
   * @param count how many
   * @param waivedOnline name of the parameter by which the deploying agency lets an online filing
   *     stand for all sets
   */
  public record SetsRule(int count, String articles, String waivedOnline) {}

  /**
   * Vietnamese translation of foreign-language papers.
   *
   * @param language the language that needs none, ISO 639-1
   * @param accepted acts that count
   * @param alsoAccepted name of the parameter by which the deploying agency names further acts
   *     (E18)
   */
  public record TranslationRule(
      String language, Set<Translation> accepted, String articles, String alsoAccepted) {}

  /**
   * Form of a dossier code: agency code, date of reception, number within the day.
   *
   * @param datePattern pattern of the date part, as of {@link java.time.format.DateTimeFormatter}
   * @param digits least number of digits of the number
   */
  public record DossierCodeRule(String datePattern, int digits, String basis) {}

  /** When a time limit starts to run. */
  public enum Start {
    /** An incomplete dossier came in, or came back incomplete. */
    INCOMPLETE_RECEPTION,
    /** The dossier is complete and valid. */
    COMPLETE_RECEPTION,
    /** The decision was issued. */
    DECISION,
    /** A dossier came in, complete or not. */
    RECEPTION,
    /** The dossier was submitted to whoever decides. */
    SUBMISSION_FOR_DECISION,
    /** It was decided not to accept the aid. */
    REFUSAL,
    /** An agency was asked for its opinion. */
    OPINION_REQUEST,
    /** The implementation began. */
    IMPLEMENTATION_START,
    /** The implementation ended. */
    IMPLEMENTATION_END,
    /** An adjustment was asked for. */
    ADJUSTMENT_REQUEST,
    /** An adjustment was decided. */
    ADJUSTMENT_DECISION,
    /** The approval was revoked. */
    REVOCATION
  }

  /** What does what a limit asks for. */
  public enum Fulfilment {
    /** The dossier was accepted as complete and valid, or sent back for supplement. */
    ACCEPTANCE,
    /** The appraisal was concluded. */
    CONCLUSION,
    /** The agency answered. */
    OPINION,
    /** It was decided. */
    DECISION,
    /** The notice reached everybody to whom it is owed. */
    NOTICE,
    /** The implementation began. */
    IMPLEMENTATION_START,
    /** A report of this limit's id and period was submitted. */
    REPORT,
    /** The adjustment was decided. */
    ADJUSTMENT_DECISION
  }

  /** How often something is owed. */
  public enum Recurrence {
    ONCE,
    /** For each calendar month of the implementation. */
    MONTH,
    /** For each half of a calendar year of the implementation. */
    HALF_YEAR,
    /** For each calendar year of the implementation. */
    YEAR
  }

  /**
   * Who owes what a limit asks for, and how it is watched.
   *
   * @param when when it is owed at all
   * @param recurrence how often
   * @param fixed dates on which it is due, as {@code MM-dd} or, monthly, {@code dd}: the first of
   *     them after the period (or after the start) counts; empty for a limit that has a length
   * @param owedWithoutLimit whether it is owed where nothing gives a limit
   * @param debtor who owes it, or null where nobody in particular does
   * @param tell who is told of its expiry besides the debtor
   * @param fulfilledBy what does it, or null where the start says it
   * @param extension how its end may be moved, or null if it may not
   * @param lateAfter name of the parameter that holds the time of day after which it counts from
   *     the next working day; or null
   */
  public record LimitTraits(
      Condition when,
      Recurrence recurrence,
      List<String> fixed,
      boolean owedWithoutLimit,
      @Nullable DutyParty debtor,
      List<DutyParty> tell,
      @Nullable Fulfilment fulfilledBy,
      @Nullable ExtensionRule extension,
      @Nullable String lateAfter) {
    /** Of a limit of which nothing of this is said. */
    public static final LimitTraits NONE =
        new LimitTraits(
            Condition.ALWAYS, Recurrence.ONCE, List.of(), false, null, List.of(), null, null, null);

    public LimitTraits {
      fixed = List.copyOf(fixed);
      tell = List.copyOf(tell);
    }
  }

  /**
   * How the end of a limit may be moved (xin lỗi, hẹn lại).
   *
   * @param times how often at most
   * @param apologyDaysBefore how many days before the end the apology is owed
   * @param basis where it stands
   */
  public record ExtensionRule(int times, int apologyDaysBefore, LegalBasis basis) {}

  /** What a request for supplement does to a running limit. */
  public enum OnSupplement {
    /** It runs anew, from the start, once the dossier is complete. */
    RESTART_ON_COMPLETE,
    /** It goes on. */
    NO_STOP,
    /** The request is what the limit asks for. */
    FULFILS,
    /** It pauses, and goes on where it stopped once the dossier is complete. */
    PAUSE_RESUME
  }

  /** A limit of either kind. */
  public sealed interface LimitEntry {
    String id();

    Bilingual name();

    Start start();

    OnSupplement onSupplement();

    LimitTraits traits();

    /** What does what it asks for. */
    default Fulfilment fulfilledBy() {
      var said = traits().fulfilledBy();
      if (said != null) {
        return said;
      }
      return switch (start()) {
        case INCOMPLETE_RECEPTION, RECEPTION -> Fulfilment.ACCEPTANCE;
        case COMPLETE_RECEPTION -> Fulfilment.CONCLUSION;
        case OPINION_REQUEST -> Fulfilment.OPINION;
        case SUBMISSION_FOR_DECISION -> Fulfilment.DECISION;
        case DECISION, REFUSAL, REVOCATION, ADJUSTMENT_DECISION -> Fulfilment.NOTICE;
        case ADJUSTMENT_REQUEST -> Fulfilment.ADJUSTMENT_DECISION;
        case IMPLEMENTATION_START, IMPLEMENTATION_END -> Fulfilment.REPORT;
      };
    }
  }

  /**
   * A time limit that the law gives.
   *
   * @param term how long it is; of one that ends on dates of the year ({@link LimitTraits#fixed})
   *     only end rule and basis count, since the year is not the law's
   */
  public record TimeLimitEntry(
      String id,
      Bilingual name,
      LegalTerm term,
      Start start,
      OnSupplement onSupplement,
      Confidence confidence,
      LimitTraits traits)
      implements LimitEntry {
    /** A limit without traits. */
    public TimeLimitEntry(
        String id,
        Bilingual name,
        LegalTerm term,
        Start start,
        OnSupplement onSupplement,
        Confidence confidence) {
      this(id, name, term, start, onSupplement, confidence, LimitTraits.NONE);
    }
  }

  /**
   * A time limit that the law leaves open and that runs only where the deploying agency set it.
   *
   * @param days name of the parameter that holds the amount
   * @param unit name of the parameter that holds the unit
   * @param defaultUnit unit where that parameter is not set
   * @param articles where the act is silent
   */
  public record AgencyLimitEntry(
      String id,
      Bilingual name,
      String days,
      String unit,
      LegalTerm.Unit defaultUnit,
      LegalTerm.EndRule endRule,
      String articles,
      Start start,
      OnSupplement onSupplement,
      LimitTraits traits)
      implements LimitEntry {
    /** A limit without traits. */
    public AgencyLimitEntry(
        String id,
        Bilingual name,
        String days,
        String unit,
        LegalTerm.Unit defaultUnit,
        LegalTerm.EndRule endRule,
        String articles,
        Start start,
        OnSupplement onSupplement) {
      this(
          id,
          name,
          days,
          unit,
          defaultUnit,
          endRule,
          articles,
          start,
          onSupplement,
          LimitTraits.NONE);
    }

    /** The term that an agency set, with its basis; empty if it set none. */
    public Optional<LegalTerm> term(AgencyParameters parameters, String agency, LocalDate day) {
      return parameters
          .setting(agency, days, day)
          .map(
              set ->
                  new LegalTerm(
                      Integer.parseInt(set.value()),
                      parameters
                          .value(agency, unit, day)
                          .map(LegalTerm.Unit::valueOf)
                          .orElse(defaultUnit),
                      endRule,
                      new LegalBasis(set.basis(), "")));
    }
  }

  /**
   * What follows acceptance.
   *
   * @param leads who leads the appraisal, in order; the first entry that holds decides (Art. 9)
   * @param consultees who is consulted; each entry that holds names one (Art. 10.2)
   * @param exemptions when consultation is not compulsory, in order (Art. 10.4)
   * @param decision what an approval decision needs (Art. 10.3, 11.1)
   * @param notices whom the outcome is notified to; each entry that holds names one (Art. 11.2)
   * @param agencyLimits limits that only the deploying agency can give
   */
  public record Road(
      List<LeadEntry> leads,
      List<ConsulteeEntry> consultees,
      List<ExemptionEntry> exemptions,
      DecisionRule decision,
      List<NoticeEntry> notices,
      List<AgencyLimitEntry> agencyLimits) {
    public Road {
      leads = List.copyOf(leads);
      consultees = List.copyOf(consultees);
      exemptions = List.copyOf(exemptions);
      notices = List.copyOf(notices);
      agencyLimits = List.copyOf(agencyLimits);
    }
  }

  /**
   * One line of the table of lead appraisers: a role, or a question.
   *
   * @param lead role that leads; null exactly if there is a question
   * @param question what the text leaves open; null exactly if there is a lead
   */
  public record LeadEntry(
      String id,
      String articles,
      Condition when,
      @Nullable String lead,
      @Nullable Question question,
      Confidence confidence,
      @Nullable Bilingual note) {}

  /** One agency to be consulted, by its role. */
  public record ConsulteeEntry(
      String id, String articles, Condition when, String consultee, Confidence confidence) {}

  /**
   * When consultation is not compulsory, or when the text does not say.
   *
   * @param question null where the text is clear that it is not compulsory; else one whose answers
   *     are {@link #EXEMPT} and {@link #COMPULSORY}
   */
  public record ExemptionEntry(
      String id,
      String articles,
      Condition when,
      @Nullable Question question,
      Confidence confidence) {
    /** The answer that consultation is not compulsory. */
    public static final String EXEMPT = "EXEMPT";

    /** The answer that it is. */
    public static final String COMPULSORY = "COMPULSORY";
  }

  /**
   * What an approval decision needs.
   *
   * @param content what it must state (Art. 11.1)
   * @param recordedFor approver roles whose decisions a clerk of the receiving agency records,
   *     since they do not work here
   * @param conclusionArticles where the law makes the appraisal's conclusion its basis
   */
  public record DecisionRule(
      List<ContentEntry> content, Set<String> recordedFor, String conclusionArticles) {
    public DecisionRule {
      content = List.copyOf(content);
      recordedFor = Set.copyOf(recordedFor);
    }
  }

  /** A part that an approval decision must state. */
  public record ContentEntry(
      DecisionPart part, String articles, Bilingual name, Condition when, Confidence confidence) {}

  /** Parts of an approval decision. */
  public enum DecisionPart {
    TITLE,
    MANAGING_AGENCIES,
    OWNER,
    PROVIDER,
    CO_PROVIDERS,
    OBJECTIVE,
    RESULTS,
    GOODS,
    PERIOD,
    PLACE,
    GRANT,
    COUNTERPART,
    /** How the grant is split into what the recipient and what the provider manages (E24). */
    GRANT_SPLIT,
    FINANCIAL_MECHANISM,
    MANAGEMENT_MODE,
    /** Written consent of the finance ministry to the sale of goods of the aid (E31). */
    SALE_CONSENT
  }

  /**
   * Whom the outcome is notified to.
   *
   * @param outcome of which outcome
   * @param addressee {@code PROVIDER}, or a role
   */
  public record NoticeEntry(
      String id,
      String articles,
      OutcomeKind outcome,
      Condition when,
      String addressee,
      Confidence confidence) {}

  /** Outcomes that are notified. */
  public enum OutcomeKind {
    APPROVAL,
    REFUSAL
  }

  /** What an entry of the scope table says. */
  public enum ScopeOutcome {
    /** The act governs it. */
    IN,
    /** It does not, and neither does another act that is known here. */
    OUT,
    /** Another act governs it. */
    OTHER_ACT,
    /** It is prohibited (Art. 4, 5). */
    PROHIBITED,
    /** A person says it. */
    QUESTION
  }

  /**
   * One line of the scope table.
   *
   * @param outcome what it says
   * @param otherAct the act that governs it; null where neither the outcome nor an answer is {@code
   *     OTHER_ACT}
   * @param question what the text leaves open, where the outcome is {@code QUESTION}; with another
   *     outcome what is asked as long as it is not known whether the condition holds; its answers
   *     are names of the other outcomes
   * @param note why, as people read it
   */
  public record ScopeEntry(
      String id,
      String articles,
      Condition when,
      ScopeOutcome outcome,
      @Nullable String otherAct,
      @Nullable Question question,
      Confidence confidence,
      Bilingual note) {}

  /**
   * What follows the approval, and how limits are watched.
   *
   * @param warning how long before its end a limit is warned of
   * @param management which forms of management are allowed (Art. 12); each mode once
   * @param adjustment who decides on an adjustment, in order (Art. 16)
   * @param revocationArticles where an approval may be revoked (Art. 4.7)
   * @param revocationLimit id of the limit after which it may be
   * @param earlyReceiptArticles where receipt before approval is prohibited (Art. 4.1)
   * @param closingArticles where acceptance, hand-over and settlement stand (Art. 13.6, 18)
   */
  public record Life(
      WarningRule warning,
      List<ManagementEntry> management,
      List<AdjustmentEntry> adjustment,
      String revocationArticles,
      String revocationLimit,
      String earlyReceiptArticles,
      String closingArticles) {
    public Life {
      management = List.copyOf(management);
      adjustment = List.copyOf(adjustment);
    }
  }

  /**
   * Warnings are no rule of the law but a service.
   *
   * @param parameter name of the parameter that holds the distance in days
   * @param defaultDays where that is not set
   */
  public record WarningRule(String parameter, int defaultDays) {}

  /**
   * A form of management and when it is allowed (Art. 12).
   *
   * @param mode name of the management mode of the decision
   */
  public record ManagementEntry(
      String id, String articles, String mode, Condition when, Confidence confidence) {}

  /**
   * One line of the table of who decides on an adjustment: a role, or a question. Its conditions
   * are over the adjusted facts; {@code approver} is whom they would make the approver, {@code
   * first-approver} who decided.
   *
   * @param decides role that decides, or {@link #SAME}; null exactly if there is a question
   */
  public record AdjustmentEntry(
      String id,
      String articles,
      Condition when,
      @Nullable String decides,
      @Nullable Question question,
      Confidence confidence,
      @Nullable Bilingual note) {
    /** Whoever decided first. */
    public static final String SAME = "SAME";

    /** Nobody: no decision is needed. */
    public static final String NOBODY = "NOBODY";
  }

  /** Supplement requests that need no basis. */
  public record SupplementRule(int free, String basisAct, String basisArticles) {}

  /**
   * A parameter of the deploying agency. Without a value the answer is "no rule", never a guess.
   *
   * @param values what it may be set to, for a choice; empty for every other kind
   */
  public record ParameterEntry(
      String name, Bilingual description, Set<String> values, ParameterKind kind) {
    /** A choice where there are values, else a whole number. */
    public ParameterEntry(String name, Bilingual description, Set<String> values) {
      this(
          name,
          description,
          values,
          values.isEmpty() ? ParameterKind.NUMBER : ParameterKind.CHOICE);
    }

    boolean allows(String value) {
      return switch (kind) {
        case NUMBER -> value.matches("[1-9][0-9]{0,3}");
        case CHOICE -> values.contains(value);
        case TIME_OF_DAY -> value.matches("([01][0-9]|2[0-3]):[0-5][0-9]");
      };
    }
  }

  /** What a parameter is set to. */
  public enum ParameterKind {
    /** A whole number of at least one. */
    NUMBER,
    /** One of the values listed. */
    CHOICE,
    /** A time of day in Asia/Ho_Chi_Minh, as {@code HH:mm}. */
    TIME_OF_DAY
  }

  public RulePack {
    authority = List.copyOf(authority);
    receivers = List.copyOf(receivers);
    checklist = List.copyOf(checklist);
    timeLimits = List.copyOf(timeLimits);
    scope = List.copyOf(scope);
    parameters = List.copyOf(parameters);
  }

  /** Whether the pack's act was in force on that day. */
  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(inForceFrom) && (inForceTo == null || !day.isAfter(inForceTo));
  }

  public Optional<ParameterEntry> parameter(String name) {
    return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** A question that some table asks. */
  public Optional<Question> question(String questionId) {
    return questions().filter(q -> q.id().equals(questionId)).findFirst();
  }

  /** Every question that some table asks. */
  public Stream<Question> questions() {
    var scoped = scope.stream().map(ScopeEntry::question);
    var who = authority.stream().map(AuthorityEntry::question);
    var further =
        road == null
            ? Stream.<@Nullable Question>of()
            : Stream.concat(
                road.leads().stream().map(LeadEntry::question),
                road.exemptions().stream().map(ExemptionEntry::question));
    var after =
        life == null
            ? Stream.<@Nullable Question>of()
            : life.adjustment().stream().map(AdjustmentEntry::question);
    return Stream.of(scoped, who, further, after)
        .flatMap(q -> q)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull);
  }

  /** All limits, of either kind. */
  public List<LimitEntry> limits() {
    var all = new ArrayList<LimitEntry>(timeLimits);
    if (road != null) {
      all.addAll(road.agencyLimits());
    }
    return List.copyOf(all);
  }

  public Optional<LimitEntry> limit(String limitId) {
    return limits().stream().filter(l -> l.id().equals(limitId)).findFirst();
  }

  /** The pack by id, version and digest of its text. */
  public record Identified(RulePack pack, String sha256) {}
}
