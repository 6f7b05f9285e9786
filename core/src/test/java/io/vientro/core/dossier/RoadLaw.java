package io.vientro.core.dossier;

import io.vientro.core.calendar.LegalTerm.EndRule;
import io.vientro.core.calendar.LegalTerm.Unit;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.AgencyRegistry.Agency;
import io.vientro.core.rules.AgencyRegistry.Assignment;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.Condition;
import io.vientro.core.rules.Field;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AgencyLimitEntry;
import io.vientro.core.rules.RulePack.Confidence;
import io.vientro.core.rules.RulePack.ConsulteeEntry;
import io.vientro.core.rules.RulePack.ContentEntry;
import io.vientro.core.rules.RulePack.DecisionPart;
import io.vientro.core.rules.RulePack.DecisionRule;
import io.vientro.core.rules.RulePack.ExemptionEntry;
import io.vientro.core.rules.RulePack.Identified;
import io.vientro.core.rules.RulePack.LeadEntry;
import io.vientro.core.rules.RulePack.NoticeEntry;
import io.vientro.core.rules.RulePack.OnSupplement;
import io.vientro.core.rules.RulePack.OutcomeKind;
import io.vientro.core.rules.RulePack.Question;
import io.vientro.core.rules.RulePack.Road;
import io.vientro.core.rules.RulePack.Start;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The second version of the sample law, which says what follows acceptance, and the agencies that
 * take part. Its articles bear the numbers of the decree's subjects; roles and conditions are its
 * own.
 */
public final class RoadLaw {
  private RoadLaw() {}

  /** Leads in the sample province; is also the finance office that the law wants consulted. */
  public static final String LEAD = "so-ke-hoach-mau";

  /** Plays two roles of the consulted. */
  public static final String FINANCE = "tai-chinh-mau";

  /** Consulted about aid of a foreign NGO. */
  public static final String UNION = "huu-nghi-mau";

  /** Named by no law; the lead appraiser may ask it. */
  public static final String RELATED = "so-y-te-mau";

  /** Works for the Prime Minister. */
  public static final String GOVERNMENT_OFFICE = "van-phong-mau";

  private static final Bilingual NAME = new Bilingual("Mẫu", "Sample");
  private static final Condition BY_PRIME_MINISTER =
      new Condition.Is(Field.APPROVER, "PRIME_MINISTER");
  private static final Condition LOCAL = level("LOCAL");
  private static final Condition RECOVERY = new Condition.Is(Field.PURPOSE, "CONSEQUENCE_RECOVERY");

  public static final Road ROAD =
      new Road(
          List.of(
              lead("focal", "9.2", BY_PRIME_MINISTER, "FOCAL_MINISTRY"),
              lead("local", "9.3", LOCAL, "LOCAL_PLANNING"),
              lead("central", "9.2.b", level("CENTRAL"), AgencyRegistry.MANAGING_AGENCY),
              new LeadEntry(
                  "several",
                  "9.3",
                  Condition.ALWAYS,
                  null,
                  new Question(
                      "who-leads", NAME, null, List.of("FOCAL_MINISTRY", "LOCAL_PLANNING")),
                  Confidence.INFERRED,
                  null)),
          List.of(
              consultee("10.2.a", Condition.ALWAYS, "FINANCE"),
              consultee("10.2.b", Condition.ALWAYS, "PLANNING"),
              consultee("10.2.c", new Condition.Is(Field.PROVIDER_CLASS, "FOREIGN_NGO"), "UNION"),
              consultee(
                  "10.2.d",
                  new Condition.All(List.of(LOCAL, new Condition.Not(BY_PRIME_MINISTER))),
                  "LOCAL_FINANCE"),
              consultee("10.2.e", about("DEFENCE"), "BORDER_GUARD")),
          List.of(
              exemption(
                  "project",
                  new Condition.All(List.of(RECOVERY, new Condition.Is(Field.MODALITY, "PROJECT"))),
                  null),
              exemption(
                  "programme",
                  RECOVERY,
                  new Question(
                      "programme-exempt",
                      NAME,
                      ExemptionEntry.COMPULSORY,
                      List.of(ExemptionEntry.EXEMPT, ExemptionEntry.COMPULSORY)))),
          new DecisionRule(
              Arrays.stream(DecisionPart.values()).map(RoadLaw::content).toList(),
              Set.of("PRIME_MINISTER"),
              "10.3"),
          List.of(
              notice("11.2.a", OutcomeKind.APPROVAL, Condition.ALWAYS, NoticeOwed.PROVIDER),
              notice("11.2.b", OutcomeKind.APPROVAL, Condition.ALWAYS, "FINANCE"),
              notice("11.2.c", OutcomeKind.APPROVAL, Condition.ALWAYS, "PLANNING"),
              notice("11.2.d", OutcomeKind.APPROVAL, about("DEFENCE"), "BORDER_GUARD"),
              notice("10.3", OutcomeKind.REFUSAL, Condition.ALWAYS, NoticeOwed.PROVIDER)),
          List.of(
              agencyLimit("check", "check-days", Start.RECEPTION, OnSupplement.FULFILS),
              agencyLimit("opinion", "opinion-days", Start.OPINION_REQUEST, OnSupplement.NO_STOP),
              agencyLimit(
                  "signature",
                  "signature-days",
                  Start.SUBMISSION_FOR_DECISION,
                  OnSupplement.NO_STOP),
              agencyLimit("refusal-notice", "refusal-days", Start.REFUSAL, OnSupplement.NO_STOP)));

  /** Version 2 of the sample law. */
  public static final RulePack PACK = version(2, ROAD);

  public static final AgencyRegistry REGISTRY = registry();

  /** Puts a decision under this law. */
  public static DecisionContext in(DecisionContext c) {
    return under(c, new Identified(PACK, "road-digest"));
  }

  /** Puts a decision under another version of the law, with these agencies. */
  public static DecisionContext under(DecisionContext c, Identified law) {
    return new DecisionContext(
        c.now(), c.actor(), c.mode(), law, REGISTRY, c.parameters(), c.calendar(), c.dossierCode());
  }

  /** The sample law with another number and another road. */
  public static RulePack version(int number, @Nullable Road road) {
    var p = Samples.PACK;
    return new RulePack(
        p.id(),
        number,
        p.act(),
        p.title(),
        p.inForceFrom(),
        p.inForceTo(),
        p.authority(),
        p.receivers(),
        p.checklist(),
        p.sets(),
        p.translations(),
        p.dossierCode(),
        p.timeLimits(),
        p.supplements(),
        p.parameters(),
        road);
  }

  private static AgencyRegistry registry() {
    var agencies = new HashMap<>(Samples.REGISTRY.agencies());
    Stream.of(
            new Agency(LEAD, NAME, null, "tinh-mau"),
            new Agency(FINANCE, NAME, null, null),
            new Agency(UNION, NAME, null, null),
            new Agency(GOVERNMENT_OFFICE, NAME, null, null),
            new Agency(RELATED, NAME, null, "tinh-mau"))
        .forEach(a -> agencies.put(a.id(), a));
    var assignments = new ArrayList<>(Samples.REGISTRY.assignments());
    assignments.addAll(
        List.of(
            new Assignment("LOCAL_PLANNING", "tinh-mau", LEAD, null, null),
            new Assignment("LOCAL_FINANCE", "tinh-mau", LEAD, null, null),
            new Assignment("FINANCE", null, FINANCE, null, null),
            new Assignment("PLANNING", null, FINANCE, null, null),
            new Assignment("UNION", null, UNION, null, null),
            new Assignment("PRIME_MINISTER", null, GOVERNMENT_OFFICE, null, null)));
    return new AgencyRegistry("registry-digest", agencies, assignments);
  }

  private static Condition level(String level) {
    return new Condition.Is(Field.MANAGING_AGENCY_LEVEL, level);
  }

  private static Condition about(String subject) {
    return new Condition.Contains(Field.SUBJECTS, Set.of(subject));
  }

  private static LeadEntry lead(String id, String articles, Condition when, String role) {
    return new LeadEntry(id, articles, when, role, null, Confidence.SOURCED, null);
  }

  private static ConsulteeEntry consultee(String articles, Condition when, String role) {
    return new ConsulteeEntry(role, articles, when, role, Confidence.SOURCED);
  }

  private static ExemptionEntry exemption(String id, Condition when, @Nullable Question question) {
    return new ExemptionEntry(id, "10.4", when, question, Confidence.SOURCED);
  }

  /** Every part is owed; the list of goods for non-project aid only. */
  private static ContentEntry content(DecisionPart part) {
    return new ContentEntry(
        part,
        articles(part),
        NAME,
        switch (part) {
          case GOODS -> new Condition.Is(Field.MODALITY, "NON_PROJECT");
          case SALE_CONSENT -> new Condition.Is(Field.SALE_OF_GOODS, "YES");
          default -> Condition.ALWAYS;
        },
        Confidence.SOURCED);
  }

  /** Where the sample law asks for a part. */
  static String articles(DecisionPart part) {
    return "11.1." + (part.ordinal() + 1);
  }

  private static NoticeEntry notice(
      String articles, OutcomeKind outcome, Condition when, String addressee) {
    return new NoticeEntry(
        outcome + "-" + addressee, articles, outcome, when, addressee, Confidence.SOURCED);
  }

  private static AgencyLimitEntry agencyLimit(
      String id, String days, Start start, OnSupplement onSupplement) {
    return new AgencyLimitEntry(
        id,
        NAME,
        days,
        days + "-unit",
        Unit.WORKING_DAY,
        EndRule.ROLL_FORWARD,
        "10.6",
        start,
        onSupplement);
  }
}
