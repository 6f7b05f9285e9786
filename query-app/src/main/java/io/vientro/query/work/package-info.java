/**
 * Open work: what each dossier waits for, its time limits, its submission for decision and its
 * opinions, as rows of four lists that one processor keeps together.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.query.work;
