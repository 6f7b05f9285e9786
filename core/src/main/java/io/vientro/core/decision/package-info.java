/** What every decision has in common: who acts, what may be looked at, and how a rule says no. */
@org.jspecify.annotations.NullMarked
package io.vientro.core.decision;
