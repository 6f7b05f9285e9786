package io.vientro.query.answer;

import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.DecisionContent;
import io.vientro.core.dossier.NoticeOwed;
import io.vientro.core.dossier.NoticeOwed.Addressee;
import io.vientro.core.dossier.Outcome;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.DecisionPart;
import io.vientro.core.rules.RulePack.OutcomeKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a dossier and its notice (Art. 11).
 *
 * @param submission the submission to whoever decides, or null
 * @param decision or null
 * @param notices whom the notice is owed and whom it reached
 */
public record OutcomeAnswer(
    @Nullable SubmissionAnswer submission,
    @Nullable DecisionAnswer decision,
    List<NoticeAnswer> notices) {

  /**
   * The submission.
   *
   * @param approver role that decides (Art. 7)
   * @param agency its agency, or null if the registry knew none
   */
  public record SubmissionAnswer(
      LocalDate submittedOn, String approver, @Nullable AgencyAnswer agency, ActAnswer act) {}

  /**
   * The decision.
   *
   * @param decidedBy role that decided (Art. 7)
   * @param agency its agency, or null if the registry knew none
   * @param recordedByClerk whether a clerk recorded the decision of an authority that does not work
   *     here
   * @param content what an approval says; null for a refusal
   * @param parts parts of Art. 11.1 and which fields of the content state them; empty for a refusal
   * @param reason why the aid is not accepted; null for an approval
   * @param legalBasis the basis that a refusal names, in words; null for an approval
   */
  public record DecisionAnswer(
      Worded kind,
      LocalDate decidedOn,
      String decidedBy,
      @Nullable AgencyAnswer agency,
      boolean recordedByClerk,
      @Nullable DecisionContent content,
      List<PartAnswer> parts,
      @Nullable String reason,
      @Nullable String legalBasis,
      ActAnswer act) {}

  /**
   * A part of an approval decision.
   *
   * @param name what the law calls it; null if the pack does not name it
   * @param basis where the law asks for it; null likewise
   * @param stated whether the decision states it
   * @param fields names of the fields of the content that hold it
   */
  public record PartAnswer(
      Worded part,
      @Nullable Bilingual name,
      @Nullable LegalBasis basis,
      boolean stated,
      List<String> fields) {}

  /**
   * An addressee of the notice.
   *
   * @param addressee {@code PROVIDER}, or an agency's id, or a role where the registry knew no
   *     agency
   * @param name the agency's official name; null if it is none that the registry knows
   * @param roles roles by which the notice is owed; empty if it is not
   * @param basis why it is owed; null if it is not
   * @param notifiedOn business date on which it was sent; null while it is not
   */
  public record NoticeAnswer(
      String addressee,
      @Nullable Bilingual name,
      List<String> roles,
      @Nullable LegalBasis basis,
      @Nullable LocalDate notifiedOn) {}

  /**
   * @param outcome with personal values opened
   */
  static OutcomeAnswer of(Outcome outcome, DecisionContext context) {
    var submission = outcome.submission();
    return new OutcomeAnswer(
        submission == null
            ? null
            : new SubmissionAnswer(
                submission.submittedOn(),
                submission.approver(),
                AgencyAnswer.ofNullable(submission.approverAgency(), context.registry()),
                ActAnswer.of(submission.act())),
        decision(outcome, context),
        notices(outcome, context));
  }

  private static @Nullable DecisionAnswer decision(Outcome outcome, DecisionContext context) {
    var approval = outcome.approval();
    if (approval != null) {
      return new DecisionAnswer(
          Worded.of(OutcomeKind.APPROVAL),
          approval.decidedOn(),
          approval.decidedBy(),
          AgencyAnswer.ofNullable(approval.decidedByAgency(), context.registry()),
          approval.recordedByClerk(),
          approval.content(),
          parts(approval.content(), context.pack()),
          null,
          null,
          ActAnswer.of(approval.act()));
    }
    var refusal = outcome.refusal();
    return refusal == null
        ? null
        : new DecisionAnswer(
            Worded.of(OutcomeKind.REFUSAL),
            refusal.decidedOn(),
            refusal.decidedBy(),
            AgencyAnswer.ofNullable(refusal.decidedByAgency(), context.registry()),
            refusal.recordedByClerk(),
            null,
            List.of(),
            refusal.reason(),
            refusal.legalBasis(),
            ActAnswer.of(refusal.act()));
  }

  private static List<PartAnswer> parts(DecisionContent content, RulePack pack) {
    var road = pack.road();
    var entries = road == null ? List.<RulePack.ContentEntry>of() : road.decision().content();
    return Arrays.stream(DecisionPart.values())
        // What the pack of the dossier does not know and the decision does not state is no part.
        .filter(part -> content.states(part) || entries.stream().anyMatch(e -> e.part() == part))
        .map(
            part -> {
              var entry = entries.stream().filter(e -> e.part() == part).findFirst();
              return new PartAnswer(
                  Worded.of(part),
                  entry.map(RulePack.ContentEntry::name).orElse(null),
                  entry.map(e -> new LegalBasis(pack.act(), e.articles())).orElse(null),
                  content.states(part),
                  fields(part));
            })
        .toList();
  }

  private static List<String> fields(DecisionPart part) {
    return switch (part) {
      case TITLE -> List.of("title");
      case MANAGING_AGENCIES -> List.of("managingAgencies");
      case OWNER -> List.of("owner");
      case PROVIDER -> List.of("provider", "individualProvider");
      case CO_PROVIDERS -> List.of("coProviders");
      case OBJECTIVE -> List.of("objective");
      case RESULTS -> List.of("results");
      case GOODS -> List.of("goods");
      case PERIOD -> List.of("period");
      case PLACE -> List.of("place");
      case GRANT -> List.of("grant", "usd", "deviationReason");
      case COUNTERPART -> List.of("counterpart");
      case GRANT_SPLIT -> List.of("grantManagedByRecipient", "grantManagedByProvider");
      case FINANCIAL_MECHANISM -> List.of("financialMechanism");
      case MANAGEMENT_MODE -> List.of("managementMode");
      case SALE_CONSENT -> List.of("saleConsent");
    };
  }

  /** Those that are owed, in the order of the law, then those that were sent besides. */
  private static List<NoticeAnswer> notices(Outcome outcome, DecisionContext context) {
    var notices = new ArrayList<NoticeAnswer>();
    for (var owed : outcome.owed()) {
      notices.add(
          new NoticeAnswer(
              owed.id(),
              name(owed.id(), context),
              owed.roles(),
              new LegalBasis(context.pack().act(), owed.articles()),
              outcome.notified().get(owed.id())));
    }
    outcome
        .notified()
        .forEach(
            (id, day) -> {
              if (outcome.owed().stream().map(Addressee::id).noneMatch(id::equals)) {
                notices.add(new NoticeAnswer(id, name(id, context), List.of(), null, day));
              }
            });
    return List.copyOf(notices);
  }

  private static @Nullable Bilingual name(String addressee, DecisionContext context) {
    return addressee.equals(NoticeOwed.PROVIDER)
        ? Texts.of("addressee.provider")
        : AgencyAnswer.of(addressee, context.registry()).name();
  }
}
