@org.jspecify.annotations.NullMarked
package io.vientro.trials.bench;
