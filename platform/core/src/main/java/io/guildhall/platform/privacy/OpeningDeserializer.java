package io.guildhall.platform.privacy;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads the token of one personal component back as its text. */
final class OpeningDeserializer extends ValueDeserializer<String> {

    private final PersonalCipher cipher;
    private final String component;

    OpeningDeserializer(PersonalCipher cipher, String component) {
        this.cipher = cipher;
        this.component = component;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return property == null ? this : new OpeningDeserializer(cipher, property.getName());
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        return cipher.open(component, json.getString());
    }
}
