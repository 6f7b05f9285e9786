/**
 * The decree as data: the packs this build ships, the schema and the loader that read them, the
 * registry of agencies and the seed of the working calendar. What is not plain and complete is
 * refused, with line and column.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.rulepacks;
