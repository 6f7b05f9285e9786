package io.vientro.core.dossier;

import io.vientro.core.aid.AidFacts;
import io.vientro.core.dossier.AidClassified.OpenQuestion;
import io.vientro.core.dossier.AppraisalDetermined.Consultee;
import io.vientro.core.dossier.AppraisalDetermined.Duty;
import io.vientro.core.rules.AgencyLevel;
import io.vientro.core.rules.AgencyRegistry;
import io.vientro.core.rules.RulePack.ConsulteeEntry;
import io.vientro.core.rules.RulePack.ExemptionEntry;
import io.vientro.core.rules.RulePack.LeadEntry;
import io.vientro.core.rules.RulePack.Question;
import io.vientro.core.rules.RulePack.Road;
import io.vientro.core.rules.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads who leads the appraisal (Art. 9) and who is consulted (Art. 10) off the pack. */
public final class AppraisalDetermination {
  private final AidFacts aid;
  private final String approver;
  private final Map<String, String> answers;
  private final Road road;
  private final AgencyRegistry registry;
  private final AgencyLevel level;
  private final LocalDate day;
  private final List<OpenQuestion> questions = new ArrayList<>();

  private AppraisalDetermination(
      AidFacts aid,
      String approver,
      Map<String, String> answers,
      Road road,
      AgencyRegistry registry,
      LocalDate day) {
    this.aid = aid;
    this.approver = approver;
    this.answers = answers;
    this.road = road;
    this.registry = registry;
    this.level = AgencyLevel.of(aid, registry);
    this.day = day;
  }

  /**
   * Determines who takes part.
   *
   * @param approver role that approves
   * @param receiver agency with which the dossier was filed; it leads where the registry knows no
   *     agency for the lead's role
   * @param answers what persons answered so far, by question
   * @param day on which agencies are looked up
   * @throws IllegalStateException if the pack names no lead for the aid, which the pack's own check
   *     rules out
   */
  public static AppraisalDetermined of(
      AidFacts aid,
      String approver,
      String receiver,
      Map<String, String> answers,
      Road road,
      AgencyRegistry registry,
      LocalDate day) {
    return new AppraisalDetermination(aid, approver, answers, road, registry, day)
        .determined(receiver);
  }

  private AppraisalDetermined determined(String receiver) {
    var entry =
        road.leads().stream()
            .filter(e -> e.when().test(aid, approver, level) == Truth.TRUE)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no lead entry holds for the aid"));
    var lead = lead(entry);
    var agency = lead == null ? null : registry.playing(lead, aid, day).orElse(null);
    var leads = lead == null ? null : agency == null ? receiver : agency;
    return new AppraisalDetermined(
        lead, agency, lead == null ? null : entry.articles(), consultees(leads), questions);
  }

  private @Nullable String lead(LeadEntry entry) {
    return entry.question() == null ? entry.lead() : answer(entry.question(), entry.articles());
  }

  /** The answer given, or null and one more open question. */
  private @Nullable String answer(Question question, String articles) {
    var answer = answers.get(question.id());
    if (answer == null) {
      questions.add(
          new OpenQuestion(question.id(), articles, question.proposes(), question.answers()));
    }
    return answer;
  }

  private List<Consultee> consultees(@Nullable String leads) {
    var entries =
        road.consultees().stream()
            .filter(e -> e.when().test(aid, approver, level) == Truth.TRUE)
            .toList();
    if (entries.isEmpty()) {
      return List.of();
    }
    var exemption =
        road.exemptions().stream()
            .filter(e -> e.when().test(aid, approver, level) == Truth.TRUE)
            .findFirst()
            .orElse(null);
    var duty = exemption == null ? Duty.COMPULSORY : duty(exemption);
    // Keyed by agency: one that plays several roles is asked once (E21).
    var byAgency = new LinkedHashMap<String, List<ConsulteeEntry>>();
    for (var entry : entries) {
      var agency =
          registry.playing(entry.consultee(), aid, day).orElse("role " + entry.consultee());
      byAgency.computeIfAbsent(agency, a -> new ArrayList<>()).add(entry);
    }
    return byAgency.values().stream()
        .map(named -> consultee(named, leads, duty, exemption))
        .toList();
  }

  private Duty duty(ExemptionEntry exemption) {
    if (exemption.question() == null) {
      return Duty.EXEMPT;
    }
    var answer = answer(exemption.question(), exemption.articles());
    if (answer == null) {
      return Duty.UNDETERMINED;
    }
    return answer.equals(ExemptionEntry.EXEMPT) ? Duty.EXEMPT : Duty.COMPULSORY;
  }

  private Consultee consultee(
      List<ConsulteeEntry> entries,
      @Nullable String leads,
      Duty duty,
      @Nullable ExemptionEntry exemption) {
    var articles = new LinkedHashSet<String>();
    entries.forEach(e -> articles.add(e.articles()));
    if (exemption != null) {
      articles.add(exemption.articles());
    }
    var agency = registry.playing(entries.getFirst().consultee(), aid, day).orElse(null);
    return new Consultee(
        entries.stream().map(ConsulteeEntry::consultee).toList(),
        agency,
        String.join(", ", articles),
        agency != null && agency.equals(leads) ? Duty.LEADS_ITSELF : duty);
  }
}
