/**
 * The working calendar: notices of days off and of worked weekend days, and due dates derived from
 * them.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.core.calendar;
