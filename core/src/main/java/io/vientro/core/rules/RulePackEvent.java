package io.vientro.core.rules;

import io.vientro.core.DomainEvent;

/** What can happen to a rule pack on record. */
public sealed interface RulePackEvent extends DomainEvent
    permits RulePackRecorded, AgencyParameterSet {}
