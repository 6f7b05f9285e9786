/**
 * A log as files: numbered segments of its blocks and a manifest that says what they have to give.
 * {@code docs/log-format.md} describes them; whoever has them needs neither a store nor this code.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.log.archive;
