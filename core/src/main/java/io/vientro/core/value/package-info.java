/** Values that several aggregates share: personal values, money. */
@org.jspecify.annotations.NullMarked
package io.vientro.core.value;
