/** What the architecture, the repository and the documents promise, as tests. */
@org.jspecify.annotations.NullMarked
package io.vientro.laws;
