package io.vientro.core.rules;

import io.vientro.core.act.Act;
import java.time.LocalDate;

/**
 * Sets a parameter where the decree is silent; absent by default, never invented. See {@link
 * AgencyParameterSet}.
 */
public record SetAgencyParameter(
    String agency, String parameter, String value, String basis, LocalDate from, Act act)
    implements RulePackCommand {}
