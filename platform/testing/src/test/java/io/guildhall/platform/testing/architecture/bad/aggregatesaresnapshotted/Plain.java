package io.guildhall.platform.testing.architecture.bad.aggregatesaresnapshotted;

import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
class Plain {}
