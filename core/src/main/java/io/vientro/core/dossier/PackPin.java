package io.vientro.core.dossier;

/**
 * The law that a dossier is bound to from its submission on.
 *
 * @param outOfForce whether the submission date lies outside the pack's period ({@code
 *     RULE_PACK_OUT_OF_FORCE})
 */
public record PackPin(String id, int version, String sha256, boolean outOfForce) {}
