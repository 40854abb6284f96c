package io.guildhall.course.authoring;

/**
 * Who works on a course.
 *
 * @param owner whether this is an owner of the community, who may work on everybody's courses
 */
public record Editor(String memberId, boolean owner) {}
