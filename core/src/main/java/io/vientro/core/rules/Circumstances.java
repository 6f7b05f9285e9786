package io.vientro.core.rules;

import io.vientro.core.aid.AidFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a condition may ask for and the facts of an aid do not tell. What is null is not known yet.
 *
 * @param approver role that approves; null while that is open
 * @param level level of the managing agency; null in tables that do not ask for it
 * @param firstApprover role that approved first, of an adjustment
 * @param changesDecision whether an adjustment changes what the decision states
 * @param financialMechanism what the decision says of the state budget
 * @param managementMode how the decision has the aid managed
 * @param usd the grant's worth in US dollars as the decision froze it (E26); null to take the worth
 *     that the facts state
 * @param day today in Asia/Ho_Chi_Minh, for windows that may have passed; null if that is of no
 *     matter
 */
public record Circumstances(
    @Nullable String approver,
    @Nullable AgencyLevel level,
    @Nullable String firstApprover,
    @Nullable Boolean changesDecision,
    @Nullable String financialMechanism,
    @Nullable String managementMode,
    @Nullable BigDecimal usd,
    @Nullable LocalDate day) {
  /** Nothing is known besides the facts. */
  public static final Circumstances NONE =
      new Circumstances(null, null, null, null, null, null, null, null);

  public Circumstances approver(@Nullable String role) {
    return new Circumstances(
        role, level, firstApprover, changesDecision, financialMechanism, managementMode, usd, day);
  }

  public Circumstances level(AgencyLevel of) {
    return new Circumstances(
        approver, of, firstApprover, changesDecision, financialMechanism, managementMode, usd, day);
  }

  public Circumstances adjusting(String first, boolean changes) {
    return new Circumstances(
        approver, level, first, changes, financialMechanism, managementMode, usd, day);
  }

  public Circumstances decided(@Nullable String mechanism, @Nullable String mode) {
    return new Circumstances(
        approver, level, firstApprover, changesDecision, mechanism, mode, usd, day);
  }

  public Circumstances worth(@Nullable BigDecimal amount) {
    return new Circumstances(
        approver,
        level,
        firstApprover,
        changesDecision,
        financialMechanism,
        managementMode,
        amount,
        day);
  }

  public Circumstances on(LocalDate today) {
    return new Circumstances(
        approver,
        level,
        firstApprover,
        changesDecision,
        financialMechanism,
        managementMode,
        usd,
        today);
  }

  /** What each field says of an aid; nothing where it is not known. */
  Function<Field, Set<String>> values(AidFacts aid) {
    return field ->
        switch (field) {
          case APPROVER -> orNothing(approver);
          case MANAGING_AGENCY_LEVEL -> level == null ? Set.of() : Set.of(level.name());
          case FIRST_APPROVER -> orNothing(firstApprover);
          case CHANGES_DECISION ->
              changesDecision == null ? Set.of() : Set.of(changesDecision ? "YES" : "NO");
          case FINANCIAL_MECHANISM -> orNothing(financialMechanism);
          case MANAGEMENT_MODE -> orNothing(managementMode);
          default -> field.read(aid);
        };
  }

  @Nullable BigDecimal usd(AidFacts aid) {
    var stated = aid.grant().usd();
    return usd != null ? usd : stated == null ? null : stated.amount();
  }

  private static Set<String> orNothing(@Nullable String value) {
    return value == null ? Set.of() : Set.of(value);
  }
}
