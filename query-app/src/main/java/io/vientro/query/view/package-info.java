/** The read models: their documents, and the folds that make them. */
@org.jspecify.annotations.NullMarked
package io.vientro.query.view;
