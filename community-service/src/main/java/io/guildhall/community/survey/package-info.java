/**
 * One question to the members, answered with a score from 1 to 5: an owner opens and closes it, a member's last answer
 * counts. Each member's answer is an aggregate of its own, so that nobody waits for others.
 *
 * <p>In: {@link io.guildhall.community.survey.SurveyCommand}, {@link io.guildhall.community.survey.ReplyCommand}. Out:
 * {@link io.guildhall.community.survey.SurveyEvent}, {@link io.guildhall.community.survey.ReplyEvent}. Read models: {@link
 * io.guildhall.community.survey.SurveyEntry}, {@link io.guildhall.community.survey.SurveyReply}.
 */
@NullMarked
package io.guildhall.community.survey;

import org.jspecify.annotations.NullMarked;
