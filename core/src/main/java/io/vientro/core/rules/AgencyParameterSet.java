package io.vientro.core.rules;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * A parameter of the deploying agency is set from a date on.
 *
 * @param agency whose parameter it is
 * @param parameter name that the pack declares
 * @param value as text; the pack says which values it may take
 * @param basis the provincial regulation or other act that gives it
 * @param from first day on which it holds
 */
public record AgencyParameterSet(
    String agency, String parameter, String value, String basis, LocalDate from, Act act)
    implements RulePackEvent {}
