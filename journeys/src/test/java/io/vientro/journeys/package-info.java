/**
 * The packaged applications as a user runs them: HTTP in, read model out, and the power cut in
 * between.
 */
@NullMarked
package io.vientro.journeys;

import org.jspecify.annotations.NullMarked;
