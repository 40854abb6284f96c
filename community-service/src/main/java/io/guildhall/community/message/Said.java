package io.guildhall.community.message;

/**
 * What saying or changing something came to.
 *
 * @param sequence the place of the fact in its channel, from 0; of the first one when it was said before
 */
public record Said(String messageId, long sequence) {}
