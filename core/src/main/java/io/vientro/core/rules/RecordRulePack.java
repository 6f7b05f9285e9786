package io.vientro.core.rules;

/**
 * Puts the text of a pack version on record.
 *
 * @param version from 1
 * @param text the whole file; the edge has already checked it against the schema
 */
public record RecordRulePack(int version, String text) implements RulePackCommand {}
