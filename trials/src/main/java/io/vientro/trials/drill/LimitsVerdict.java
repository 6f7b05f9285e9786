package io.vientro.trials.drill;

import java.time.Duration;
import java.util.List;

/**
 * What became of the limits, by the log alone.
 *
 * @param limits that ran
 * @param expired expiries on record
 * @param twice expiries beyond a limit's first
 * @param forgotten limits that fell due and have none
 * @param early expiries recorded before their day, or minute, had ended
 * @param wrong expiries with another due date than the limit has, or of no such limit
 * @param warned warnings on record
 * @param warnedTwice warnings beyond a limit's first
 * @param lags from the end of each due day until its expiry was recorded, in passing time, in order
 * @param examples of what was found
 */
record LimitsVerdict(
    int limits,
    int expired,
    int twice,
    int forgotten,
    int early,
    int wrong,
    int warned,
    int warnedTwice,
    List<Duration> lags,
    List<String> examples) {

  boolean clean() {
    return expired == limits && twice + forgotten + early + wrong + warnedTwice == 0 && limits > 0;
  }
}
