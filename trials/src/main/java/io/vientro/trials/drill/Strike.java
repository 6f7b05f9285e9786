package io.vientro.trials.drill;

/**
 * What a fault did, after what it had killed was brought back.
 *
 * @param whom what was hit
 * @param storeAway whether no writer could reach the store meanwhile: the stop of writing is then
 *     measured from the store's return
 */
record Strike(String whom, boolean storeAway) {}
