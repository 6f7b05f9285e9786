/** What kind of log this is. */
@org.jspecify.annotations.NullMarked
package io.vientro.core.log;
