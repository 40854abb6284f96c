/** Reading offers over HTTP. */
@NullMarked
package io.guildhall.billing.catalogue.web;

import org.jspecify.annotations.NullMarked;
