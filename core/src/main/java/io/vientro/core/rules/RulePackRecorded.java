package io.vientro.core.rules;

/**
 * The text of a rule pack, or of the agency registry, is on record.
 *
 * @param id of the pack, for example {@code nd80-2020}
 * @param version from 1
 * @param sha256 lower-case hex digest of the text's UTF-8 bytes
 * @param text the file, unchanged
 */
public record RulePackRecorded(String id, int version, String sha256, String text)
    implements RulePackEvent {}
