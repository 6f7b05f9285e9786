package io.vientro.core.aid;

import java.time.LocalDate;

/** Planned time of implementation, both days included. */
public record Period(LocalDate from, LocalDate to) {}
