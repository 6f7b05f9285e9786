/** Both applications in one process over an embedded store: what {@code ./vientro start} runs. */
@NullMarked
package io.vientro.standalone;

import org.jspecify.annotations.NullMarked;
