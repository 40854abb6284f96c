/**
 * Questions in SQL that a community keeps under a name, with what is drawn of their answers, for all who may ask there.
 * They are the community's, as its offers are, and stay when their author goes. Whoever changes or removes one says which
 * version that was, so that nobody's work is overwritten unseen.
 *
 * <p>In: {@link io.guildhall.analytics.savedquery.SavedQueryCommand}. Out:
 * {@link io.guildhall.analytics.savedquery.SavedQueryEvent}. Read model: {@code list}.
 */
@NullMarked
package io.guildhall.analytics.savedquery;

import org.jspecify.annotations.NullMarked;
