/** The reception book (sổ tiếp nhận): one per agency and day, hands out dossier codes. */
@org.jspecify.annotations.NullMarked
package io.vientro.core.reception;
