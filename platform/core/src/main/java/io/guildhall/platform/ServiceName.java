package io.guildhall.platform;

/**
 * What a service is called in event names, topics and positions: {@code member}, {@code course}, …
 *
 * @param value {@code spring.application.name} without its ending {@code -service}
 */
public record ServiceName(String value) {

    public static ServiceName of(String applicationName) {
        return new ServiceName(applicationName.replaceFirst("-service$", ""));
    }

    public String topic() {
        return "guildhall." + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
