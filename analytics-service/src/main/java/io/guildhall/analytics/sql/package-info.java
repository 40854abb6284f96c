/**
 * Analysts' own SQL, and the export of events.
 *
 * <p>A query passes three gates: {@code QueryGate} lets only one SELECT over known views through, by DuckDB's own parser;
 * {@code Sandbox} gives it a process of its own, which is killed when it takes too long or too much; inside that,
 * {@code SandboxMain} opens a fresh engine over one community's views and locks it before the query is read.
 */
@NullMarked
package io.guildhall.analytics.sql;

import org.jspecify.annotations.NullMarked;
