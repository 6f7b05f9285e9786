/**
 * The papers of a dossier as files: streamed into GridFS beside the log, which holds the digest of
 * each; personal ones encrypted with their subject's key. Nothing here trusts what a client says of
 * a file: its id, type, size and digest are found here.
 */
@org.jspecify.annotations.NullMarked
package io.vientro.store.documents;
