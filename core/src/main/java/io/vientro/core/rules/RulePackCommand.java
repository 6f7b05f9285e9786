package io.vientro.core.rules;

/** What can be asked of a rule pack on record. */
public sealed interface RulePackCommand permits RecordRulePack, SetAgencyParameter {}
