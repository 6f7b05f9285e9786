/** The processors that keep the read models up, how far they are, and how they fare. */
@org.jspecify.annotations.NullMarked
package io.vientro.query.processor;
