/** Access keys over HTTP: personal access tokens and API clients. */
@NullMarked
package io.guildhall.member.key.web;

import org.jspecify.annotations.NullMarked;
