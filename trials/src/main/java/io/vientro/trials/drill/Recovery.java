package io.vientro.trials.drill;

import java.time.Duration;

/**
 * How everything came back after a fault.
 *
 * @param stop the longest time without any acknowledgement; from the store's return on where no
 *     writer could reach the store
 * @param writing until each active writer was acknowledged again, from the end of the fault
 * @param reading until both readers had projected that
 * @param spoilt whether the drill itself stood still meanwhile: what it measured is worth nothing
 */
record Recovery(Duration stop, Duration writing, Duration reading, boolean spoilt) {}
