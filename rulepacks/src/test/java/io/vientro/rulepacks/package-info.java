/**
 * Golden tables that read like the articles, hostile files, and mutations that must not go
 * unnoticed.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.rulepacks;
