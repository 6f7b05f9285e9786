/**
 * The decree as data: what a rule pack says, how its conditions read an aid, and the packs and
 * parameters on record.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.core.rules;
