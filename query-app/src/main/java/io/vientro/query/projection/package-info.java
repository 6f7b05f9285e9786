/** How the log becomes read models: pure folds, written in bulk, guarded by position. */
@org.jspecify.annotations.NullMarked
package io.vientro.query.projection;
