package io.guildhall.platform.testing.architecture.bad.aggregatesarenotpublic;

import io.guildhall.platform.axon.Snapshotted;
import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
@Snapshotted(name = "open", revision = 1)
public class Open {}
