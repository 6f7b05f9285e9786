package io.vientro.core.act;

import io.vientro.core.decision.Capacity;
import io.vientro.core.value.Personal;
import io.vientro.core.value.Subject;
import org.jspecify.annotations.Nullable;

/**
 * How the actor acts. Paper is normal: reception files what an applicant handed over the counter,
 * and the record says so.
 *
 * @param capacity in which capacity
 * @param onBehalfOf for whom, where it is somebody else; owed with {@link Capacity#ON_BEHALF}
 * @param document with which paper, or null if there is none
 */
public record Act(
    Capacity capacity,
    @Subject(value = "represented", eachOwn = true) @Nullable Personal onBehalfOf,
    @Nullable ActDocument document) {}
