/** Logs that were recorded once and that every later build must read. */
@org.jspecify.annotations.NullMarked
package io.vientro.query.recorded;
