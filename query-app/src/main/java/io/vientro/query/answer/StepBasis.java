package io.vientro.query.answer;

import io.vientro.core.calendar.LegalTerm;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.DossierState;
import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.dossier.NoticeOwed.Addressee;
import io.vientro.core.dossier.Opinion;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AgencyLimitEntry;
import io.vientro.core.rules.RulePack.AuthorityEntry;
import io.vientro.core.rules.RulePack.ConsulteeEntry;
import io.vientro.core.rules.RulePack.ContentEntry;
import io.vientro.core.rules.RulePack.ExemptionEntry;
import io.vientro.core.rules.RulePack.LeadEntry;
import io.vientro.core.rules.RulePack.Life;
import io.vientro.core.rules.RulePack.Question;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * On which legal basis a step rests: as its event says or, where that names an entry of the rule
 * pack, as the pack says. A withdrawal has none: the decree has no rule for it.
 */
final class StepBasis {
  /**
   * What the basis of a dossier's step is looked up in.
   *
   * @param state as it is now; it knows what earlier steps said
   */
  record DossierLaw(RulePack pack, DossierState state) {}

  private StepBasis() {}

  /**
   * @param change the event's content
   * @param law what the dossier is bound to and has come to; null for what is no dossier
   */
  static List<LegalBasis> of(String type, JsonNode change, @Nullable DossierLaw law) {
    return switch (type) {
      case "time-limit.started" ->
          change.has("term") ? List.of(basis(change.path("term").path("basis"))) : List.of();
      case "reception.refused",
          "aid.refused",
          "processing.stopped",
          "rule-pack.adopted",
          "aid.reclassified",
          "dossier.transferred",
          "record.corrected",
          "adjustment.refused",
          "aid.revoked",
          "duty.waived" ->
          inWords(change.path("legalBasis"));
      case "agency-parameter.set" -> inWords(change.path("basis"));
      case "calendar-notice.recorded" -> inWords(change.path("notice").path("basis"));
      default -> law == null ? List.of() : ofDossier(type, change, law.pack(), law.state());
    };
  }

  private static List<LegalBasis> ofDossier(
      String type, JsonNode change, RulePack pack, DossierState state) {
    return switch (type) {
      case "aid.classified" ->
          articles(
              pack,
              change.path("approverArticles"),
              change.path("receiverArticle"),
              change.path("questions"));
      case "supplement.requested" ->
          Stream.concat(
                  Stream.of(
                      new LegalBasis(
                          pack.supplements().basisAct(), pack.supplements().basisArticles())),
                  articles(pack, change.path("gaps")).stream())
              .toList();
      case "dossier.submitted", "dossier.supplemented", "dossier.accepted", "checklist.checked" ->
          List.of(new LegalBasis(pack.act(), pack.sets().articles()));
      case "open-question.decided" -> basisOfQuestion(change.path("question").asString(""), pack);
      case "appraisal.determined" ->
          articles(
              pack,
              change.path("leadArticles"),
              change.path("consultees"),
              change.path("questions"));
      case "agency-opinion.requested" ->
          Stream.concat(
                  consultees(roles(change.path("roles")), pack).stream(),
                  change.has("term") && !change.has("answerBy")
                      ? Stream.of(basis(change.path("term").path("basis")))
                      : Stream.of())
              .toList();
      case "agency-opinion.recorded" ->
          state.appraisal().opinions().stream()
              .map(Opinion::request)
              .filter(r -> r.agency().equals(change.path("agency").asString("")))
              .filter(r -> r.number() == change.path("number").asInt())
              .flatMap(r -> consultees(r.roles(), pack).stream())
              .toList();
      case "appraisal-meeting.convened", "appraisal.concluded", "dossier.submitted-for-decision" ->
          conclusion(pack);
      case "aid.approved" ->
          Stream.concat(
                  conclusion(pack).stream(), bases(pack, content(pack, change.path("content"))))
              .distinct()
              .toList();
      case "notice.owed" -> articles(pack, change.path("addressees"));
      case "outcome.notified" -> bases(pack, notified(change, state)).toList();
      case "time-limit.ended" -> ended(change, pack, state).map(List::of).orElse(List.of());
      case "time-limit.extended" -> extended(change, pack, state);
      case "time-limit.warned",
          "time-limit.expired",
          "time-limit.expiry-corrected",
          "due-date.uncertain" ->
          told(change, pack, state);
      case "notice.acknowledged" -> List.of();
      case "report.submitted" ->
          limit(change.path("report").asString(""), pack).map(List::of).orElse(List.of());
      case "adjustment.requested", "adjustment.determined" ->
          articles(pack, change.path("articles"), change.path("questions"));
      case "adjustment.approved" ->
          state.life().adjustments().stream()
              .filter(it -> it.request().number() == change.path("number").asInt())
              .flatMap(it -> Stream.ofNullable(it.articles()))
              .map(article -> new LegalBasis(pack.act(), article))
              .toList();
      case "implementation.started" -> life(pack, Life::revocationArticles);
      case "early-receipt.recorded" -> life(pack, Life::earlyReceiptArticles);
      case "results.handed-over", "aid.closed" -> life(pack, Life::closingArticles);
      default -> List.of();
    };
  }

  /** The entries, of whichever table, that leave the question open. */
  private static List<LegalBasis> basisOfQuestion(String question, RulePack pack) {
    var road = pack.road();
    var asking =
        pack.authority().stream()
            .filter(e -> asks(question, e.question()))
            .map(AuthorityEntry::articles);
    var further =
        road == null
            ? Stream.<String>of()
            : Stream.concat(
                road.leads().stream()
                    .filter(e -> asks(question, e.question()))
                    .map(LeadEntry::articles),
                road.exemptions().stream()
                    .filter(e -> asks(question, e.question()))
                    .map(ExemptionEntry::articles));
    return bases(pack, Stream.concat(asking, further)).toList();
  }

  private static boolean asks(String id, @Nullable Question question) {
    return question != null && question.id().equals(id);
  }

  /** Why agencies that play these roles are consulted; empty for one that the lead chose. */
  private static List<LegalBasis> consultees(List<String> roles, RulePack pack) {
    var road = pack.road();
    return road == null || roles.isEmpty()
        ? List.of()
        : bases(
                pack,
                road.consultees().stream()
                    .filter(e -> roles.contains(e.consultee()))
                    .map(ConsulteeEntry::articles))
            .toList();
  }

  private static List<String> roles(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static List<LegalBasis> conclusion(RulePack pack) {
    var road = pack.road();
    return road == null
        ? List.of()
        : List.of(new LegalBasis(pack.act(), road.decision().conclusionArticles()));
  }

  private static Stream<String> content(RulePack pack, JsonNode content) {
    var road = pack.road();
    return road == null || content.isMissingNode()
        ? Stream.of()
        : road.decision().content().stream().map(ContentEntry::articles);
  }

  private static Stream<String> notified(JsonNode change, DossierState state) {
    var reached = roles(change.path("addressees"));
    return state.outcome().owed().stream()
        .filter(addressee -> reached.contains(addressee.id()))
        .map(Addressee::articles);
  }

  private static List<LegalBasis> life(RulePack pack, Function<Life, String> articles) {
    var life = pack.life();
    return life == null ? List.of() : List.of(new LegalBasis(pack.act(), articles.apply(life)));
  }

  /** What is told of a limit rests on its own basis and on that by which somebody is told. */
  private static List<LegalBasis> told(JsonNode change, RulePack pack, DossierState state) {
    return Stream.concat(
            ended(change, pack, state).stream(),
            StreamSupport.stream(change.path("notices").spliterator(), false)
                .map(notice -> basis(notice.path("basis"))))
        .distinct()
        .toList();
  }

  private static List<LegalBasis> extended(JsonNode change, RulePack pack, DossierState state) {
    return Stream.concat(
            pack.limit(change.path("limit").asString("")).stream()
                .flatMap(entry -> Stream.ofNullable(entry.traits().extension()))
                .map(rule -> rule.basis()),
            ended(change, pack, state).stream())
        .distinct()
        .toList();
  }

  /** The basis of a limit that ended: as it started, which for an agency's own is in its words. */
  private static Optional<LegalBasis> ended(JsonNode change, RulePack pack, DossierState state) {
    var limit = change.path("limit").asString("");
    return state.limits().stream()
        .map(LimitSegment::started)
        .filter(s -> s.limit().equals(limit) && s.segment() == change.path("segment").asInt())
        .flatMap(s -> Stream.ofNullable(s.term()))
        .map(LegalTerm::basis)
        .findFirst()
        .or(() -> limit(limit, pack));
  }

  private static Optional<LegalBasis> limit(String limit, RulePack pack) {
    return pack.limit(limit)
        .map(
            entry ->
                switch (entry) {
                  case TimeLimitEntry law -> law.term().basis();
                  case AgencyLimitEntry own -> new LegalBasis(pack.act(), own.articles());
                });
  }

  private static Stream<LegalBasis> bases(RulePack pack, Stream<String> articles) {
    return articles.distinct().map(article -> new LegalBasis(pack.act(), article));
  }

  private static LegalBasis basis(JsonNode node) {
    return new LegalBasis(node.path("act").asString(""), node.path("article").asString(""));
  }

  /** A basis that somebody wrote as text: act and article are not told apart. */
  private static List<LegalBasis> inWords(JsonNode text) {
    return text.isString() ? List.of(new LegalBasis(text.stringValue(), "")) : List.of();
  }

  private static List<LegalBasis> articles(RulePack pack, JsonNode... nodes) {
    Set<String> articles = new LinkedHashSet<>();
    for (var node : nodes) {
      if (node.isString()) {
        articles.add(node.stringValue());
      }
      StreamSupport.stream(node.spliterator(), false)
          .flatMap(n -> Stream.of(n.path("article"), n.path("articles")))
          .filter(JsonNode::isString)
          .forEach(n -> articles.add(n.stringValue()));
    }
    return articles.stream().map(article -> new LegalBasis(pack.act(), article)).toList();
  }
}
