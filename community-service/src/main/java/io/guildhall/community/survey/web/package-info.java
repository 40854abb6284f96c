/** Surveys over HTTP. */
@NullMarked
package io.guildhall.community.survey.web;

import org.jspecify.annotations.NullMarked;
