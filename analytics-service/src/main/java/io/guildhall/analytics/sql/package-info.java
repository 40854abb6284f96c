/**
 * Analysts' own SQL, and the export of events.
 *
 * <p>A query passes three gates: {@code QueryGate} lets only one SELECT over known views through, by DuckDB's own parser;
 * {@code Sandbox} gives it a process of its own out of {@code SandboxPool}, which is killed when it takes too long or too
 * much; inside that, {@code SandboxMain} has a fresh engine, which gets one community's views and is locked before the
 * query is run.
 */
@NullMarked
package io.guildhall.analytics.sql;

import org.jspecify.annotations.NullMarked;
