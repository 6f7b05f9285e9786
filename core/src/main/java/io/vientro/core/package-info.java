/**
 * The law and the workflow of a foreign non-ODA grant (khoản viện trợ) in plain Java: each
 * aggregate is three pure functions, an initial state, {@code decide} and {@code evolve}. Read
 * {@link io.vientro.core.dossier} first.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.core;
