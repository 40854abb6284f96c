/**
 * The embedded document store: it speaks MongoDB's protocol (by mongo-java-server) and keeps documents and ordered
 * indexes in one file (by H2's MVStore). A write is answered only when the file holds it, a read shows only what the
 * file holds, so that kill -9 at any moment loses nothing that anybody was told. It is for a machine of one's own and
 * for tests, collects a query's whole result in memory before it answers (ask with a limit), and is never evidence about a real MongoDB: no sessions, transactions, pipeline updates, {@code $text},
 * expiring or partial indexes.
 */
@NullMarked
package io.guildhall.local.store;

import org.jspecify.annotations.NullMarked;
