/** How somebody acts: for whom, in which capacity, with which document. */
@org.jspecify.annotations.NullMarked
package io.vientro.core.act;
