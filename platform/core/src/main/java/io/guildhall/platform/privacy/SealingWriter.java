package io.guildhall.platform.privacy;

import io.guildhall.platform.privacy.PersonalComponents.PersonalComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.BeanPropertyWriter;

/** Writes one personal component as its token. */
final class SealingWriter extends BeanPropertyWriter {

    private static final long serialVersionUID = 1;
    private final transient PersonalComponent component;
    private final transient PersonalCipher cipher;

    SealingWriter(BeanPropertyWriter base, PersonalComponent component, PersonalCipher cipher) {
        super(base);
        this.component = component;
        this.cipher = cipher;
    }

    @Override
    public void serializeAsProperty(Object bean, JsonGenerator json, SerializationContext context) throws Exception {
        Object plain = get(bean);
        if (plain == null) {
            super.serializeAsProperty(bean, json, context);
            return;
        }
        Object subject = component.subject().getAccessor().invoke(bean);
        if (subject == null) {
            throw new IllegalArgumentException("the personal component " + component.name() + " has no subject");
        }
        json.writeName(getName());
        json.writeString(cipher.seal(subject.toString(), component.purpose(), getName(), (String) plain));
    }
}
