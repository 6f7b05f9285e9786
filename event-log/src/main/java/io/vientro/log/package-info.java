/**
 * The append-only log of bytes: what was appended, in which order, and the proof that nothing of it
 * was altered since. It knows nothing of the workflow, of JSON or of Axon; an event's payload and
 * metadata are text that it stores and hashes as given.
 *
 * <p>{@code docs/log-format.md} describes the stored document and the exact bytes that are hashed.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.log;
