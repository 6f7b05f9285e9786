package io.vientro.core.dossier;

/**
 * What a decision looked at, by digest, so that it can be replayed years later.
 *
 * @param packSha256 rule pack
 * @param registrySha256 agency registry
 * @param parametersSha256 parameters of the deploying agency as they then were
 * @param calendarSha256 working calendar as it then was
 */
public record Grounds(
    String packSha256, String registrySha256, String parametersSha256, String calendarSha256) {}
