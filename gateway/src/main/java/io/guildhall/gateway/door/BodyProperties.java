package io.guildhall.gateway.door;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How large a request's body may be.
 *
 * @param draft for a whole course at once
 */
@ConfigurationProperties("guildhall.gateway.body")
record BodyProperties(DataSize limit, DataSize draft) {}
