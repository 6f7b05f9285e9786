@org.jspecify.annotations.NullMarked
package io.vientro.store.documents;
