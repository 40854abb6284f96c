package io.guildhall.platform.privacy;

import java.util.function.UnaryOperator;

/**
 * Where a service keeps what its master key has sealed, so that it is sealed anew when another key seals.
 *
 * @param name of a binary field of the collection's documents, which some of them may lack
 * @param context in which it was sealed, by the document's id
 */
public record SealedField(String collection, String name, UnaryOperator<String> context) {}
