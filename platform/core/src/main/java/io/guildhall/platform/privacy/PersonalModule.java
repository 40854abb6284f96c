package io.guildhall.platform.privacy;

import java.util.List;
import java.util.Map;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * Teaches a JSON mapper to write {@link Personal} components as tokens and to read them back.
 *
 * <p>For the mappers of what is stored: events, snapshots, due commands.
 */
public final class PersonalModule extends JacksonModule {

    private final PersonalCipher cipher;

    public PersonalModule(PersonalCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public String getModuleName() {
        return "guildhall-personal";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addSerializerModifier(new Sealing(cipher));
        context.insertAnnotationIntrospector(new Opening(cipher));
    }

    /** Puts a sealing writer in the place of that of each personal component. */
    private static final class Sealing extends ValueSerializerModifier {

        private static final long serialVersionUID = 1;
        private final transient PersonalCipher cipher;

        Sealing(PersonalCipher cipher) {
            this.cipher = cipher;
        }

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription.Supplier type, List<BeanPropertyWriter> properties) {
            Map<String, PersonalComponents.PersonalComponent> personal = PersonalComponents.of(type.getBeanClass());
            properties.replaceAll(property -> {
                var component = personal.get(property.getMember().getName());
                return component == null ? property : new SealingWriter(property, component, cipher);
            });
            return properties;
        }
    }

    /** Reads personal components by the cipher. */
    private static final class Opening extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1;
        private final transient PersonalCipher cipher;

        Opening(PersonalCipher cipher) {
            this.cipher = cipher;
        }

        @Override
        public Object findDeserializer(MapperConfig<?> config, Annotated member) {
            return member.hasAnnotation(Personal.class)
                    ? new OpeningDeserializer(cipher, "")
                    : AnnotationIntrospector.nopInstance().findDeserializer(config, member);
        }
    }
}
