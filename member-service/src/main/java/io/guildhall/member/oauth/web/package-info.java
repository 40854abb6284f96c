/** Over HTTP: where a member is signed in. */
@NullMarked
package io.guildhall.member.oauth.web;

import org.jspecify.annotations.NullMarked;
