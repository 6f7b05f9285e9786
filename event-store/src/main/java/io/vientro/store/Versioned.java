package io.vientro.store;

/**
 * A state and how far it reaches.
 *
 * @param state the folded state
 * @param sequence sequence of the last event in it; -1 if there is none
 */
public record Versioned<S>(S state, long sequence) {}
