package io.vientro.core.act;

import io.vientro.core.value.Personal;
import io.vientro.core.value.Subject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The paper with which somebody acts (văn bản).
 *
 * @param number number and symbol as printed, for example {@code 123/UBND-KT}
 * @param date date of the paper
 * @param signatory who signed it, or null if the paper bears no name
 */
public record ActDocument(
    String number,
    LocalDate date,
    @Subject(value = "signatory", eachOwn = true) @Nullable Personal signatory) {}
