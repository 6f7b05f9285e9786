package io.vientro.core.rules;

/** A text in the two languages that officials and providers read. */
public record Bilingual(String vi, String en) {}
