/** The query side: projections of the log, and what may be asked of them. */
@org.jspecify.annotations.NullMarked
package io.vientro.query;
