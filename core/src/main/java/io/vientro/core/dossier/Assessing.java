package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.DossierDocument.Translation;
import io.vientro.core.decision.LegalBasis;
import io.vientro.core.dossier.Assessment.Limit;
import io.vientro.core.dossier.Assessment.Management;
import io.vientro.core.dossier.Assessment.Paper;
import io.vientro.core.dossier.Assessment.Sets;
import io.vientro.core.rules.AgencyLevel;
import io.vientro.core.rules.AgencyParameters;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.Circumstances;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.AgencyLimitEntry;
import io.vientro.core.rules.RulePack.LimitEntry;
import io.vientro.core.rules.RulePack.TimeLimitEntry;
import io.vientro.core.rules.Truth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an {@link Assessment} off a pack, table by table. */
final class Assessing {
  private final AidFacts aid;
  private final Map<String, String> answers;
  private final RulePack pack;
  private final AgencyParameters parameters;
  private final AgencyRegistry registry;
  private final LocalDate day;
  private final AidClassified classified;
  private final Circumstances circumstances;

  Assessing(
      AidFacts aid,
      Map<String, String> answers,
      RulePack pack,
      AgencyParameters parameters,
      AgencyRegistry registry,
      LocalDate day) {
    this.aid = aid;
    this.answers = answers;
    this.pack = pack;
    this.parameters = parameters;
    this.registry = registry;
    this.day = day;
    this.classified = Classification.of(aid, answers, pack, registry, day);
    this.circumstances =
        Circumstances.NONE
            .approver(classified.approver())
            .level(AgencyLevel.of(aid, registry))
            .on(day);
  }

  Assessment assessment() {
    var scope = Scope.of(aid, answers, pack, day).orElse(null);
    if (classified.outOfScope()) {
      return Assessment.outOf(scope, classified);
    }
    var appraisal = appraisal();
    return new Assessment(
        scope,
        classified,
        appraisal,
        papers(),
        sets(),
        pack.limits().stream().flatMap(l -> limit(l).stream()).toList(),
        management(),
        Assessment.questions(classified, appraisal));
  }

  private @Nullable AppraisalDetermined appraisal() {
    var road = pack.road();
    var approver = classified.approver();
    if (road == null || approver == null) {
      return null;
    }
    var receives = classified.receiverAgency();
    return AppraisalDetermination.of(
        aid,
        approver,
        // Where the registry knows no receiver, nobody can stand in for a lead it does not know.
        receives == null ? "" : receives,
        answers,
        road,
        registry,
        day);
  }

  private List<Paper> papers() {
    var translations = translations();
    return pack.checklist().stream()
        .map(
            e ->
                new Paper(
                    e.id(),
                    e.name(),
                    e.articles(),
                    e.kinds(),
                    e.when().holds(aid, circumstances),
                    e.form(),
                    e.mustBeValid(),
                    translations,
                    pack.translations().articles(),
                    e.confidence()))
        .filter(paper -> paper.owed() != Truth.FALSE)
        .toList();
  }

  private Set<Translation> translations() {
    var accepted = EnumSet.noneOf(Translation.class);
    accepted.addAll(pack.translations().accepted());
    set(pack.translations().alsoAccepted()).map(Translation::valueOf).ifPresent(accepted::add);
    return accepted;
  }

  private Sets sets() {
    var sets = pack.sets();
    return new Sets(
        sets.count(), sets.articles(), set(sets.waivedOnline()).filter("YES"::equals).isPresent());
  }

  /** What the agency that receives the dossier has set. */
  private Optional<String> set(String parameter) {
    var agency = classified.receiverAgency();
    return agency == null ? Optional.empty() : parameters.value(agency, parameter, day);
  }

  private Optional<Limit> limit(LimitEntry entry) {
    var owed = entry.traits().when().holds(aid, circumstances);
    if (owed == Truth.FALSE) {
      return Optional.empty();
    }
    return Optional.of(
        switch (entry) {
          case TimeLimitEntry e -> given(e, owed);
          case AgencyLimitEntry e -> left(e, owed);
        });
  }

  private static Limit given(TimeLimitEntry entry, Truth owed) {
    var traits = entry.traits();
    return new Limit(
        entry.id(),
        entry.name(),
        owed,
        entry.start(),
        traits.fixed().isEmpty() ? entry.term() : null,
        traits.fixed(),
        false,
        null,
        null,
        entry.term().basis(),
        traits.recurrence(),
        traits.debtor(),
        traits.tell(),
        entry.fulfilledBy(),
        traits.extension());
  }

  private Limit left(AgencyLimitEntry entry, Truth owed) {
    var traits = entry.traits();
    var agency = classified.receiverAgency();
    var term = agency == null ? null : entry.term(parameters, agency, day).orElse(null);
    return new Limit(
        entry.id(),
        entry.name(),
        owed,
        entry.start(),
        term,
        List.of(),
        true,
        entry.days(),
        entry.unit(),
        term == null ? new LegalBasis(pack.act(), entry.articles()) : term.basis(),
        traits.recurrence(),
        traits.debtor(),
        traits.tell(),
        entry.fulfilledBy(),
        traits.extension());
  }

  private List<Management> management() {
    var life = pack.life();
    return life == null
        ? List.of()
        : life.management().stream()
            .map(
                e ->
                    new Management(
                        e.mode(),
                        e.articles(),
                        e.when().holds(aid, circumstances.worth(worth())),
                        e.confidence()))
            .toList();
  }

  /** The worth as the facts state it, also where they state it by the currency of the grant. */
  private @Nullable BigDecimal worth() {
    return CaseCircumstances.usd(aid.grant());
  }
}
