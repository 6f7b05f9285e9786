package io.vientro.query.answer;

import io.vientro.core.decision.LegalBasis;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AuthorityEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * On which legal basis a step rests: as its event says or, where that names an entry of the rule
 * pack, as the pack says. A withdrawal has none: the decree has no rule for it.
 */
final class StepBasis {
  private StepBasis() {}

  /**
   * @param change the event's content
   * @param pack the pack that the dossier is bound to; null for what is no dossier
   */
  static List<LegalBasis> of(String type, JsonNode change, @Nullable RulePack pack) {
    return switch (type) {
      case "time-limit.started" -> List.of(basis(change.path("term").path("basis")));
      case "reception.refused" -> inWords(change.path("legalBasis"));
      case "agency-parameter.set" -> inWords(change.path("basis"));
      case "calendar-notice.recorded" -> inWords(change.path("notice").path("basis"));
      default -> pack == null ? List.of() : ofDossier(type, change, pack);
    };
  }

  private static List<LegalBasis> ofDossier(String type, JsonNode change, RulePack pack) {
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
      case "open-question.decided" ->
          pack.authority().stream()
              .filter(asks(change.path("question").asString("")))
              .map(entry -> new LegalBasis(pack.act(), entry.articles()))
              .toList();
      case "time-limit.ended" ->
          pack.timeLimits().stream()
              .filter(limit -> limit.id().equals(change.path("limit").asString("")))
              .map(limit -> limit.term().basis())
              .toList();
      default -> List.of();
    };
  }

  private static Predicate<AuthorityEntry> asks(String question) {
    return entry -> entry.question() != null && entry.question().id().equals(question);
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
