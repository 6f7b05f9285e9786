/** The facts of an aid that later decisions depend on (Decree 80/2020 Art. 2, 3, 8). */
@org.jspecify.annotations.NullMarked
package io.vientro.core.aid;
