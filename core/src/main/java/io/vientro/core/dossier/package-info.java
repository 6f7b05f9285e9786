/**
 * The dossier (hồ sơ khoản viện trợ) from submission to acceptance: its commands, its events, its
 * rules.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.core.dossier;
